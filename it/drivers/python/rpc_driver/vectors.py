"""Reads each vector as its method's result, and writes what it read as the method's params."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json
from scenarios_sdk import APIClient, RpcDecodeError


class Mirror:
    """Carries calls of the SDK: answers each with the text at hand, and keeps what was sent."""

    def __init__(self) -> None:
        self.text = "null"
        self.sent: Mapping[str, Any] | None = None

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        **options: float | None,
    ) -> Any:
        """Do what the base client does between the SDK's types and the wire."""
        del method, options
        self.sent = params
        return json.loads(self.text)


async def main(vectors: list[dict[str, Any]]) -> None:
    mirror = Mirror()
    api = APIClient(mirror)
    for number, vector in enumerate(vectors):
        mirror.text = vector["json"]
        call = getattr(api, vector["method"].replace(".", "_"))
        _print({"vector": number, **await _outcome(mirror, call)})
    _print({"done": True})


async def _outcome(mirror: Mirror, call: Any) -> dict[str, Any]:
    hints = get_type_hints(call, include_extras=True)
    params: TypeAdapter[Any] = TypeAdapter(hints["params"])
    try:
        # A first value, to call with; where params and result are one type, what counts is the one
        # that the SDK reads.
        first = params.validate_json(to_json(json.loads(mirror.text), inf_nan_mode="constants"))
        value = await call(first)
    except (RpcDecodeError, ValidationError, PydanticSerializationError) as error:
        return {"refuses": str(error)}
    try:
        await call(value if hints["params"] == hints["return"] else first)
    except ValueError as error:
        return {"problem": f"read, and then not written: {error}"}
    return {"gives": json.dumps(mirror.sent)}


def _print(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


asyncio.run(main(json.loads(Path(os.environ["VECTORS"]).read_text("utf-8"))))
