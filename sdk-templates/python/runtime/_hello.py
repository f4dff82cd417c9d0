"""Asking the server whether it was built of the contract that this SDK was built of (W8)."""

from __future__ import annotations

import importlib
from collections.abc import Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

from ._contract import CONTRACT_HASH

METHOD: Final = "system.hello"

# The bytes of one message's fingerprints, and what JSON puts around each of them.
_PIECE: Final = 32 * 1024
_AROUND: Final = 8
_NAMED: Final = 10


@dataclass
class Differences:
    """The methods of this SDK that the server has not, or has with other types."""

    missing: list[str] = field(default_factory=list[str])
    different: list[str] = field(default_factory=list[str])

    def __bool__(self) -> bool:
        return bool(self.missing or self.different)

    def __str__(self) -> str:
        found: list[str] = []
        if self.missing:
            found.append(f"the server does not have {_named(self.missing)}")
        if self.different:
            found.append(f"the server has other types for {_named(self.different)}")
        return (
            f"This SDK and the server were built of different contracts: {'; '.join(found)}."
            " Generate the SDK again, or deploy the server that it was generated from."
        )


async def differences(call: Callable[[str, Mapping[str, Any]], Awaitable[Any]]) -> Differences:
    """What `call` is told by the server about the two contracts."""
    found = Differences()
    if (await _answer(call, {"contract_hash": CONTRACT_HASH})).get("same") is True:
        return found
    # Most programs never need them.
    module = importlib.import_module("._fingerprints", __package__)
    fingerprints = cast("dict[str, str]", module.FINGERPRINTS)
    for piece in pieces(fingerprints):
        answer = await _answer(call, {"contract_hash": CONTRACT_HASH, "methods": piece})
        found.missing += _names(answer.get("missing"))
        found.different += _names(answer.get("different"))
    return found


def pieces(fingerprints: Mapping[str, str]) -> Generator[dict[str, str]]:
    """The fingerprints in pieces that fit into a message."""
    piece: dict[str, str] = {}
    size = 0
    for name, fingerprint in fingerprints.items():
        takes = len(name) + len(fingerprint) + _AROUND
        if piece and size + takes > _PIECE:
            yield piece
            piece, size = {}, 0
        piece[name] = fingerprint
        size += takes
    if piece:
        yield piece


async def _answer(
    call: Callable[[str, Mapping[str, Any]], Awaitable[Any]], params: Mapping[str, Any]
) -> Mapping[str, Any]:
    answer = await call(METHOD, params)
    return cast("dict[str, Any]", answer) if isinstance(answer, dict) else {}


def _names(value: object) -> list[str]:
    names = cast("list[object]", value) if isinstance(value, list) else []
    return [name for name in names if isinstance(name, str)]


def _named(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} and {len(names) - _NAMED} more"
