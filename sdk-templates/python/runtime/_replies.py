"""What a reply says (W4): a result, or an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ._errors import RpcDecodeError
from ._refusals import server_error


def result_of(method: str, reply: Mapping[str, Any]) -> Any:
    """The result a reply carries; raises the error it carries instead."""
    error = reply.get("error")
    if isinstance(error, Mapping):
        raise server_error(cast("Mapping[str, Any]", error), method)
    if "result" not in reply:
        raise RpcDecodeError(
            500,
            "invalid_result",
            "the reply has neither a result nor an error",
            method=method,
        )
    return reply["result"]


def error_code(reply: Mapping[str, Any]) -> object:
    """The code of the error a reply carries, if it carries one."""
    error = reply.get("error")
    return cast("Mapping[str, Any]", error).get("code") if isinstance(error, Mapping) else None
