"""How a call failed, in the words of the scenarios."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from pydantic import BaseModel
from scenarios_sdk import (
    RpcConnectionError,
    RpcDecodeError,
    RpcError,
    RpcNotSentError,
    RpcOriginError,
    RpcOutcomeUnknownError,
    RpcTimeoutError,
    RpcTlsError,
    RpcTooLargeError,
    RpcUnauthorizedError,
    RpcUnreachableError,
    RpcUnsupportedServerError,
    TaskLockedError,
    TaskMissingError,
)

_KINDS: Final[dict[type[BaseException], str]] = {
    RpcError: "rpc",
    TaskLockedError: "rpc",
    TaskMissingError: "rpc",
    RpcTimeoutError: "timeout",
    RpcNotSentError: "not_sent",
    RpcOutcomeUnknownError: "outcome_unknown",
    RpcTooLargeError: "too_large",
    RpcDecodeError: "invalid_result",
    RpcUnauthorizedError: "unauthorized",
    RpcUnreachableError: "unreachable",
    RpcTlsError: "tls",
    RpcOriginError: "origin",
    RpcUnsupportedServerError: "unsupported",
    asyncio.CancelledError: "cancelled",
}


def described(error: BaseException) -> dict[str, Any]:
    """Describe what a call raised; what no scenario expects is a mistake of driver or SDK."""
    description: dict[str, Any] = {"kind": _KINDS.get(type(error), "driver")}
    if isinstance(error, RpcError):
        description["code"] = error.code
        description["name"] = error.name
        description["message"] = error.message
        description["details"] = (
            error.details.model_dump(mode="json", by_alias=True)
            if isinstance(error.details, BaseModel)
            else error.details
        )
        description["class"] = "base" if type(error) is RpcError else type(error).__name__
    elif isinstance(error, RpcConnectionError):
        description["message"] = error.message
    elif description["kind"] == "driver":
        description["message"] = f"{type(error).__name__}: {error}"
    return description
