"""What a client's connection can be doing: `client.state`, and what `on_state` is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Connecting:
    """`connect()` is at work. Calls wait."""


@dataclass(frozen=True)
class Connected:
    """Calls are sent at once."""


@dataclass(frozen=True)
class Reconnecting:
    """The connection was lost, and is made again in `delay` seconds. Calls wait.

    `code` and `reason` say how it was lost. There is one state for every attempt.
    """

    delay: float
    code: int
    reason: str


@dataclass(frozen=True)
class Disconnected:
    """There is no connection, and none is being made: `connect()` makes one. Calls fail.

    `code` is Centrifugo's where it ended the connection or refused it, otherwise 0.
    """

    code: int
    reason: str


ConnectionState: TypeAlias = Connecting | Connected | Reconnecting | Disconnected
"""One of the four; `isinstance` or `match` tells them apart."""
