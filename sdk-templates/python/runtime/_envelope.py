"""What a call looks like on the wire (W2, W4, W6, W9)."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from ._errors import RpcTooLargeError
from ._layout import Channels

Transport = Literal["pubsub", "rpc"]

# Centrifugo numbers commands, clients their sendings; a frame is measured as if both were large.
_LARGEST_NUMBER: Final = 2**31 - 1

CANCEL_METHOD: Final = "system.cancel"


@dataclass(frozen=True)
class Request:
    """One call as it is written, as often as it is written: its params never change."""

    correlation_id: str
    method: str
    params: str
    """As JSON: what the caller does to its own objects later changes nothing."""
    transport: Transport
    channels: Channels

    def envelope(self, timeout_ms: int, attempt: int = 1, age_ms: int = 0) -> dict[str, Any]:
        """The envelope of one sending; readers decode faster in this order."""
        envelope: dict[str, Any] = {"$rpc": 1} if self.transport == "rpc" else {}
        envelope["correlation_id"] = self.correlation_id
        if self.transport == "pubsub":
            envelope["method"] = self.method
        envelope["params"] = json.loads(self.params)
        if self.transport == "pubsub":
            envelope["reply_to"] = self.channels.replies
        envelope["timeout_ms"] = timeout_ms
        if attempt > 1:
            envelope["attempt"] = attempt
            envelope["age_ms"] = age_ms
        return envelope

    def check_size(self, timeout_ms: int, max_frame_bytes: int, *, resends: bool) -> None:
        """Refuse what Centrifugo would close the connection for, now or when it is sent again."""
        attempt = _LARGEST_NUMBER if resends else 1
        envelope = self.envelope(timeout_ms, attempt, timeout_ms)
        if self.transport == "pubsub":
            body: dict[str, Any] = {"channel": self.channels.requests, "data": envelope}
            frame: dict[str, Any] = {"id": _LARGEST_NUMBER, "publish": body}
        else:
            body = {"method": self.method, "data": envelope}
            frame = {"id": _LARGEST_NUMBER, "rpc": body}
        # As centrifuge-python writes it: ASCII only, so characters are bytes.
        size = len(json.dumps(frame))
        if size > max_frame_bytes:
            raise RpcTooLargeError(
                413,
                "too_large",
                f"the request takes {size} bytes, the limit is {max_frame_bytes}: send less, or"
                " raise Centrifugo's websocket.message_size_limit and this client's"
                " max_frame_bytes",
                {"size": size, "limit": max_frame_bytes},
                method=self.method,
            )


class Age:
    """What has passed since it was made.

    The monotonic clock may stand still while the computer sleeps, the clock on the wall may be put
    back. The server must not take a call for younger than it is: whichever says more counts.
    """

    def __init__(self) -> None:
        self._monotonic = time.monotonic()
        self._wall = time.time()

    def milliseconds(self) -> int:
        """The age, rounded up."""
        passed = max(time.monotonic() - self._monotonic, time.time() - self._wall)
        return math.ceil(passed * 1000)


def json_text(params: Mapping[str, Any]) -> str:
    """The params as JSON. Raises `ValueError` or `TypeError` for what JSON cannot hold."""
    return json.dumps(params, allow_nan=False)


def published_cancel(correlation_id: str) -> dict[str, Any]:
    """The message on the request channel that ends a call (W6)."""
    return {"correlation_id": correlation_id, "cancel": True}


def reply_correlation_id(data: object) -> str | None:
    """The id of the call that `data` answers, or None if it is no reply."""
    if not isinstance(data, dict):
        return None
    correlation_id = cast("dict[str, Any]", data).get("correlation_id")
    return correlation_id if isinstance(correlation_id, str) else None
