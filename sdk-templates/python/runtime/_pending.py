"""The calls that wait for a reply."""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any


class PendingCall:
    """One call and what it waits for: its reply, or None once none can come."""

    def __init__(self) -> None:
        self.reply: asyncio.Future[Mapping[str, Any] | None]
        self.reply = asyncio.get_running_loop().create_future()
        self.connection_was_lost = False

    def end(self, reply: Mapping[str, Any] | None) -> None:
        """Wake the caller; what comes after the first is dropped."""
        if not self.reply.done():
            self.reply.set_result(reply)


class PendingCalls:
    """The calls of one client, by correlation id. An entry lives as long as its call."""

    def __init__(self) -> None:
        self._calls: dict[str, PendingCall] = {}

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
            call.reply.cancel()

    def answer(self, correlation_id: str, reply: Mapping[str, Any]) -> None:
        """Hand a reply to its call; a reply to nobody here is another tab's (W4)."""
        call = self._calls.get(correlation_id)
        if call is not None:
            call.end(reply)

    def connection_lost(self) -> None:
        """Note that replies may have been missed."""
        for call in self._calls.values():
            call.connection_was_lost = True

    def end_all(self) -> None:
        """Wake every caller: no reply can come any more."""
        for call in self._calls.values():
            call.end(None)
