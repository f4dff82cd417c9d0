"""What a call looks like on the wire (W2, W4, W9)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, Literal, cast

from ._errors import RpcTooLargeError

Transport = Literal["pubsub", "rpc"]

# Centrifugo numbers commands; a frame is measured as if this one were long in use.
_LARGEST_COMMAND_ID: Final = 2**31 - 1


def published_request(
    correlation_id: str, method: str, params: Mapping[str, Any], reply_to: str, timeout_ms: int
) -> dict[str, Any]:
    """The envelope published to the request channel; readers decode faster in this order."""
    return {
        "correlation_id": correlation_id,
        "method": method,
        "params": params,
        "reply_to": reply_to,
        "timeout_ms": timeout_ms,
    }


def rpc_request(correlation_id: str, params: Mapping[str, Any], timeout_ms: int) -> dict[str, Any]:
    """The envelope sent as data of Centrifugo's `rpc` command."""
    return {
        "$rpc": 1,
        "correlation_id": correlation_id,
        "params": params,
        "timeout_ms": timeout_ms,
    }


def check_frame_size(method: str, command: Mapping[str, Any], max_frame_bytes: int) -> None:
    """Refuse a frame that Centrifugo would close the connection for.

    Raises `ValueError` or `TypeError` for what JSON cannot hold.
    """
    frame = {"id": _LARGEST_COMMAND_ID, **command}
    # As centrifuge-python writes it: ASCII only, so characters are bytes.
    size = len(json.dumps(frame, allow_nan=False))
    if size > max_frame_bytes:
        raise RpcTooLargeError(
            413,
            "too_large",
            f"the request takes {size} bytes, the limit is {max_frame_bytes}: send less, or raise"
            " Centrifugo's websocket.message_size_limit and this client's max_frame_bytes",
            {"size": size, "limit": max_frame_bytes},
            method=method,
        )


def reply_correlation_id(data: object) -> str | None:
    """The id of the call that `data` answers, or None if it is no reply."""
    if not isinstance(data, dict):
        return None
    correlation_id = cast("dict[str, Any]", data).get("correlation_id")
    return correlation_id if isinstance(correlation_id, str) else None
