"""Centrifugo's own error codes, and those of our server that travel in their place (W5, W5b)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from . import errors
from ._errors import RpcError, RpcOutcomeUnknownError, RpcTimeoutError

_NAMES: Final = {
    400: "bad_request",
    401: "unauthenticated",
    403: "permission_denied",
    404: "method_not_found",
    408: "deadline_exceeded",
    409: "conflict",
    410: "outcome_unknown",
    413: "too_large",
    422: "invalid_params",
    429: "overloaded",
    499: "cancelled",
    500: "internal",
    503: "unavailable",
}

_MISCONFIGURED: Final = {
    102: "the request channel's namespace is unknown: check channel.namespaces and the layout",
    104: "the RPC namespace is unknown there: check rpc.namespaces",
    107: "it does not take the request: check publication_data_format and channel.max_length",
    108: (
        "publishing or RPC is switched off there: check publish_proxy_enabled,"
        " channel.proxy.publish and rpc.proxy"
    ),
}


NO_ANSWER: Final = 100
"""Centrifugo's code where its proxy did not reach the RPC server, or waited for it in vain."""

# Seconds. Centrifugo's default limits are 1 and more: what took so long ran into one of them.
_NEAR_A_LIMIT: Final = 0.9


def outcome_unknown(method: str, why: str) -> RpcOutcomeUnknownError:
    """The error of a call that left and whose end nobody here can know."""
    return RpcOutcomeUnknownError(
        410,
        "outcome_unknown",
        f"outcome unknown: {why}; repeat the call only if that is safe",
        method=method,
    )


def no_reply(method: str, seconds: float) -> RpcTimeoutError:
    """The error of a call that got no reply within its `seconds`, though nothing went wrong."""
    return RpcTimeoutError(
        408,
        "deadline_exceeded",
        f"no reply within {seconds:g} s; the server may still have run it:"
        " repeat it only if that is safe",
        method=method,
    )


def no_answer(seconds: float, setting: str) -> str:
    """What is behind Centrifugo's error 100, which came after so many `seconds`."""
    if seconds < _NEAR_A_LIMIT:
        return "Centrifugo got no answer from the RPC server (its error 100)"
    return (
        f"Centrifugo got no answer from the RPC server within {seconds:.1f} s (its error 100),"
        f" which may be the limit {setting} in its configuration"
    )


def refusal(method: str, code: int, message: str) -> RpcError:
    """The error for a command that Centrifugo answered with `code` and `message`."""
    if code in _MISCONFIGURED:
        text = f"Centrifugo refused the call ({code} {message}): {_MISCONFIGURED[code]}"
        return RpcError(code, "misconfigured", text, method=method)
    if code == 103:
        text = (
            "Centrifugo refused the call (103 permission denied): check publish_proxy_enabled"
            " and rpc.without_namespace.proxy_enabled"
        )
        return RpcError(403, "permission_denied", text, method=method)
    if code in {101, 109, 110}:
        text = f"Centrifugo wants a fresh token ({code} {message})"
        return RpcError(401, "unauthenticated", text, method=method)
    if code == 111:
        text = f"Centrifugo is overloaded (111 {message}): retry later"
        return RpcError(429, "overloaded", text, method=method)
    if code < 400:
        return RpcError(code, "refused", f"Centrifugo refused the call: {message}", method=method)
    return server_error({"code": code, "message": message}, method)


def server_error(error: Mapping[str, Any], method: str) -> RpcError:
    """The error a reply carries; readers are tolerant, so a missing part is made up for."""
    code = error.get("code")
    if not isinstance(code, int):
        code = 500
    name = error.get("name")
    if not isinstance(name, str) or not name:
        name = _NAMES.get(code, "error")
    message = error.get("message")
    if not isinstance(message, str) or not message:
        message = "the server gave no message"
    reader = errors.declared.get(name)
    details = error.get("details")
    declared = None if reader is None else reader.read(code, message, details, method=method)
    if declared is not None:
        return declared
    kind: type[RpcError] = RpcError
    if code == 408:
        kind = RpcTimeoutError
    elif code == 410:
        kind = RpcOutcomeUnknownError
    return kind(code, name, message, details, method=method)
