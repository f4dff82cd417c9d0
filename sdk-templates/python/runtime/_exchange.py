"""One call over one connection: send, wait for the reply, and say how it ended."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import uuid4

from ._centrifugo import CentrifugoConnection, CommandLostError, CommandRefusedError
from ._envelope import Transport, check_frame_size, published_request, rpc_request
from ._errors import RpcDecodeError, RpcError, RpcOutcomeUnknownError, RpcTimeoutError
from ._layout import Channels
from ._pending import PendingCall
from ._refusals import refusal, server_error

# Seconds. The caller's own deadline speaks first; centrifuge-python's only cleans up after it.
_CLEAN_UP_AFTER = 1.0


@dataclass
class Exchange:
    """What is known of a call while it runs."""

    method: str
    params: Mapping[str, Any]
    timeout: float
    deadline: float
    correlation_id: str = field(default_factory=lambda: str(uuid4()))

    async def run(
        self,
        connection: CentrifugoConnection,
        transport: Transport,
        channels: Channels,
        max_frame_bytes: int,
        pending: PendingCall,
    ) -> Mapping[str, Any] | None:
        """Send the request and give the reply, or None if none can come any more."""
        timeout_ms = max(1, math.floor(self._seconds_left() * 1000))
        command: Awaitable[None]
        if transport == "pubsub":
            request = published_request(
                self.correlation_id, self.method, self.params, channels.replies, timeout_ms
            )
            frame = {"publish": {"channel": channels.requests, "data": request}}
            check_frame_size(self.method, frame, max_frame_bytes)
            command = self._publish(connection, channels.requests, request)
        else:
            request = rpc_request(self.correlation_id, self.params, timeout_ms)
            frame = {"rpc": {"method": self.method, "data": request}}
            check_frame_size(self.method, frame, max_frame_bytes)
            command = self._rpc(connection, request, pending)
        return await self._reply(command, transport, pending)

    async def _publish(
        self, connection: CentrifugoConnection, channel: str, request: Mapping[str, Any]
    ) -> None:
        await connection.publish(channel, request, self._seconds_left() + _CLEAN_UP_AFTER)

    async def _rpc(
        self, connection: CentrifugoConnection, request: Mapping[str, Any], pending: PendingCall
    ) -> None:
        timeout = self._seconds_left() + _CLEAN_UP_AFTER
        reply = await connection.rpc(self.method, request, timeout)
        pending.end(cast("dict[str, Any]", reply) if isinstance(reply, dict) else {})

    async def _reply(
        self, command: Awaitable[None], transport: Transport, pending: PendingCall
    ) -> Mapping[str, Any] | None:
        sending = asyncio.ensure_future(command)
        waits: set[asyncio.Future[Any]] = {sending, pending.reply}
        try:
            # The reply may overtake the acknowledgement of its request, and then ends the wait.
            while not pending.reply.done():
                done, _ = await asyncio.wait(
                    waits, timeout=self._seconds_left(), return_when=asyncio.FIRST_COMPLETED
                )
                if not done:
                    raise self._too_late(transport, pending, is_acknowledged=sending.done())
                if sending in waits and sending.done() and not pending.reply.done():
                    waits.discard(sending)
                    self._check_sent(sending, transport, pending)
            return pending.reply.result()
        finally:
            await _discard(sending)

    def _check_sent(
        self, sending: asyncio.Future[None], transport: Transport, pending: PendingCall
    ) -> None:
        try:
            sending.result()
        except CommandRefusedError as error:
            raise refusal(self.method, error.code, error.message) from None
        except CommandLostError as error:
            # A published request may have arrived, and its reply can still come.
            pending.connection_was_lost = True
            if transport == "rpc":
                raise outcome_unknown(
                    self.method, "the connection was lost before the reply came"
                ) from error

    def _too_late(
        self, transport: Transport, pending: PendingCall, *, is_acknowledged: bool
    ) -> RpcError:
        if pending.connection_was_lost:
            why = f"the connection was lost, and no reply came within {self.timeout:g} s"
            return outcome_unknown(self.method, why)
        if transport == "pubsub" and not is_acknowledged:
            why = f"Centrifugo did not acknowledge the request within {self.timeout:g} s"
            return outcome_unknown(self.method, why)
        return RpcTimeoutError(
            408,
            "deadline_exceeded",
            f"no reply within {self.timeout:g} s; the server may still have run it:"
            " repeat it only if that is safe",
            method=self.method,
        )

    def _seconds_left(self) -> float:
        return max(self.deadline - asyncio.get_running_loop().time(), 0.0)


async def _discard(sending: asyncio.Future[None]) -> None:
    """Leave no task behind, and no error unread."""
    if not sending.done():
        sending.cancel()
        await asyncio.wait({sending})
    if not sending.cancelled():
        sending.exception()


def outcome_unknown(method: str, why: str) -> RpcOutcomeUnknownError:
    """The error of a call that left and whose end nobody here can know."""
    return RpcOutcomeUnknownError(
        410,
        "outcome_unknown",
        f"outcome unknown: {why}; repeat the call only if that is safe",
        method=method,
    )


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
