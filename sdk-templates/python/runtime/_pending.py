"""The calls that wait for a reply, and the ids of those that no longer do."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any, Final

# Ended calls whose late replies are told from those of another tab.
_REMEMBERED: Final = 1024


class PendingCall:
    """What one call is told while it waits. Whoever tells it something wakes it."""

    def __init__(self) -> None:
        self.reply: Mapping[str, Any] | None = None
        self.why_over: str | None = None
        """Set once no reply can come any more."""
        self.sendings = 0
        """How often the request was written: each time the server may have run it."""
        self.trouble: str | None = None
        """What happened last that may have swallowed the request or its reply."""
        self._alarm: asyncio.Future[None] | None = None

    def notify(self) -> None:
        """Wake the call, which looks at everything anew."""
        if self._alarm is not None and not self._alarm.done():
            self._alarm.set_result(None)

    async def changed(self, until: float) -> None:
        """Wait to be notified, at most until a time on the loop's clock."""
        loop = asyncio.get_running_loop()
        self._alarm = loop.create_future()
        timer = loop.call_at(until, self.notify)
        try:
            await self._alarm
        finally:
            timer.cancel()
            self._alarm = None


class PendingCalls:
    """The calls of one client, by correlation id. An entry lives as long as its call."""

    def __init__(self) -> None:
        self.late_replies = 0
        self._calls: dict[str, PendingCall] = {}
        self._ended: OrderedDict[str, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._calls)

    @contextmanager
    def waiting(self, correlation_id: str) -> Generator[PendingCall]:
        """Register a call for the time of the block."""
        call = PendingCall()
        self._calls[correlation_id] = call
        try:
            yield call
        finally:
            del self._calls[correlation_id]
            if call.sendings:
                self._ended[correlation_id] = None
                if len(self._ended) > _REMEMBERED:
                    self._ended.popitem(last=False)

    def answer(self, correlation_id: str, reply: Mapping[str, Any]) -> None:
        """Hand a reply to its call; one to nobody here is late, or another tab's (W4)."""
        call = self._calls.get(correlation_id)
        if call is not None and call.reply is None:
            call.reply = reply
            call.notify()
        elif call is not None or correlation_id in self._ended:
            self.late_replies += 1

    def ready(self) -> None:
        """Wake the calls that wait to be sent, or to be sent again."""
        for call in self._calls.values():
            call.notify()

    def connection_lost(self) -> None:
        """Note that requests and replies may have been lost."""
        for call in self._calls.values():
            if call.sendings:
                call.trouble = "the connection was lost"

    def end_all(self, why: str) -> None:
        """End every call: no reply can come any more."""
        for call in self._calls.values():
            call.why_over = why
            call.notify()
