"""One call from its first sending to its end: what is sent when, and how it ended (W5b, W7)."""

from __future__ import annotations

import asyncio
import math
import random
from typing import Any, Final, cast

from ._centrifugo import (
    CentrifugoConnection,
    CommandLostError,
    CommandRefusedError,
    CommandTimedOutError,
)
from ._envelope import CANCEL_METHOD, Age, Request, published_cancel
from ._errors import RpcError, RpcNotSentError
from ._link import Link
from ._pending import PendingCall
from ._refusals import NO_ANSWER, no_answer, no_reply, outcome_unknown, refusal
from ._replies import error_code, result_of

# All in seconds.
# The publish proxy has 3; what is not acknowledged by then got lost on the way.
_ACKNOWLEDGED_WITHIN: Final = 5.0
# The caller's own deadline speaks first; centrifuge-python's only cleans up after it.
_CLEAN_UP_AFTER: Final = 1.0
_FIRST_BACKOFF: Final = 0.1
_LONGEST_BACKOFF: Final = 2.0
# A deadline noticed so late means that the program stood still: what arrived meanwhile is read first.
_LATE: Final = 0.1
_READING_TIME: Final = 0.5
# What says nothing of earlier sendings: Centrifugo overloaded, server overloaded or shutting down.
_TEMPORARY: Final = {111, 429, 503}
_FIRST_OF_THE_SERVER: Final = 400
_PROXY_TIMEOUTS: Final = {"pubsub": "channel.proxy.publish.timeout", "rpc": "rpc.proxy.timeout"}


class Exchange:
    """One call while it runs. It looks at its whole state each time something wakes it."""

    def __init__(
        self, request: Request, pending: PendingCall, link: Link, timeout: float, *, resends: bool
    ) -> None:
        self._request = request
        self._pending = pending
        self._link = link
        self._timeout = timeout
        self._resends = resends
        self._loop = asyncio.get_running_loop()
        self._deadline = self._loop.time() + timeout
        self._gives_up_at = self._deadline
        self._age = Age()
        self._last_written_at = 0.0
        self._sending: asyncio.Task[None] | None = None
        self._sent_in = 0
        self._again_at: float | None = None
        self._backoff = _FIRST_BACKOFF

    async def result(self) -> Any:
        """Send the request as often as it takes, and give the result; raises how it failed."""
        try:
            while True:
                now = self._loop.time()
                if self._is_answered(now):
                    return result_of(self._request.method, self._pending.reply or {})
                self._hear_of_sending(now)
                self._check_over(now)
                if self._is_due(now):
                    self._send()
                await self._pending.changed(self._next_look())
        except asyncio.CancelledError:
            self._cancel_on_server()
            raise
        finally:
            if self._sending is not None:
                self._sending.cancel()

    def _is_answered(self, now: float) -> bool:
        reply = self._pending.reply
        if reply is None:
            return False
        if self._pending.sendings > 1 and error_code(reply) in _TEMPORARY:
            # The refusal of a repetition: an earlier sending may have been run all the same.
            self._pending.reply = None
            self._send_again_later(now)
            return False
        return True

    def _hear_of_sending(self, now: float) -> None:
        sending = self._sending
        if sending is None or not sending.done():
            return
        self._sending = None
        try:
            sending.result()
        except CommandRefusedError as error:
            self._refused(error, now)
        except CommandTimedOutError:
            self._pending.trouble = "Centrifugo did not acknowledge the request"
            self._send_again_later(now)
        except CommandLostError as error:
            self._pending.trouble = "the connection was lost"
            if self._request.transport == "rpc" and not self._resends:
                raise outcome_unknown(
                    self._request.method, "the connection was lost before the reply came"
                ) from error
            self._send_again_later(now)

    def _refused(self, error: CommandRefusedError, now: float) -> None:
        if error.code == NO_ANSWER:
            self._pending.trouble = no_answer(
                now - self._last_written_at,
                _PROXY_TIMEOUTS[self._request.transport],
            )
            if not self._resends:
                raise outcome_unknown(self._request.method, self._pending.trouble) from None
        elif error.code not in _TEMPORARY or self._pending.sendings == 1:
            why = refusal(self._request.method, error.code, error.message)
            if error.code < _FIRST_OF_THE_SERVER and self._pending.sendings > 1:
                # Centrifugo's own no to the repetition is none to what was sent before.
                raise outcome_unknown(self._request.method, why.message) from why
            raise why from None
        self._send_again_later(now)

    def _check_over(self, now: float) -> None:
        if self._pending.why_over is not None:
            raise self._ended(self._pending.why_over)
        if now < self._gives_up_at:
            return
        if self._gives_up_at == self._deadline and now > self._deadline + _LATE:
            self._gives_up_at = now + _READING_TIME
            return
        raise self._too_late()

    def _is_due(self, now: float) -> bool:
        if not self._link.is_ready or now >= self._deadline:
            return False
        if self._sent_in != self._link.times_ready:
            return self._resends or self._pending.sendings == 0
        return self._again_at is not None and now >= self._again_at

    def _next_look(self) -> float:
        if self._again_at is None or not self._link.is_ready:
            return self._gives_up_at
        return min(self._again_at, self._gives_up_at)

    def _send_again_later(self, now: float) -> None:
        if self._resends:
            self._again_at = now + random.uniform(0, self._backoff)
            self._backoff = min(self._backoff * 2, _LONGEST_BACKOFF)

    def _send(self) -> None:
        if self._sending is not None:
            self._sending.cancel()
        self._again_at = None
        self._sent_in = self._link.times_ready
        self._sending = asyncio.ensure_future(self._written())
        self._sending.add_done_callback(self._sending_done)

    def _sending_done(self, sending: asyncio.Task[None]) -> None:
        if not sending.cancelled():
            # Read here, so that asyncio does not report it where the call ended first.
            sending.exception()
        self._pending.notify()

    async def _written(self) -> None:
        connection = self._link.connection
        if connection is None or not self._link.is_ready:
            # Lost since it was decided to send.
            self._sent_in = 0
            return
        # From here to the socket nothing waits, except for a buffer that is full.
        envelope = self._next_envelope()
        left = self._deadline - self._loop.time() + _CLEAN_UP_AFTER
        if self._request.transport == "pubsub":
            within = min(left, _ACKNOWLEDGED_WITHIN) if self._resends else left
            await connection.publish(self._request.channels.requests, envelope, within)
            return
        reply = await connection.rpc(self._request.method, envelope, left)
        if self._pending.reply is None:
            self._pending.reply = cast("dict[str, Any]", reply) if isinstance(reply, dict) else {}

    def _next_envelope(self) -> dict[str, Any]:
        now = self._loop.time()
        self._pending.sendings += 1
        if self._pending.sendings == 1:
            self._age = Age()
        self._last_written_at = now
        return self._request.envelope(
            max(1, math.floor((self._deadline - now) * 1000)),
            self._pending.sendings,
            self._age.milliseconds(),
        )

    def _cancel_on_server(self) -> None:
        connection = self._link.connection
        if self._pending.sendings and self._link.is_ready and connection is not None:
            connection.tell(_cancelled(connection, self._request))

    def _ended(self, why: str) -> RpcError:
        if self._pending.sendings:
            return outcome_unknown(self._request.method, why)
        return RpcNotSentError(503, "not_sent", f"not sent: {why}", method=self._request.method)

    def _too_late(self) -> RpcError:
        if self._pending.sendings == 0:
            return self._ended(f"no connection within {self._timeout:g} s")
        trouble = self._pending.trouble
        if self._request.transport == "pubsub" and self._sending is not None:
            trouble = trouble or "Centrifugo did not acknowledge the request"
        if trouble is not None:
            return self._ended(f"{trouble}, and no reply came within {self._timeout:g} s")
        return no_reply(self._request.method, self._timeout)


async def _cancelled(connection: CentrifugoConnection, request: Request) -> None:
    if request.transport == "pubsub":
        message = published_cancel(request.correlation_id)
        await connection.publish(request.channels.requests, message, _CLEAN_UP_AFTER)
    else:
        params = {"correlation_id": request.correlation_id}
        await connection.rpc(CANCEL_METHOD, params, _CLEAN_UP_AFTER)
