"""The client's connection over time: closed, connecting, ready, and what happens in between."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from enum import Enum, auto
from typing import Any, cast

from ._centrifugo import CentrifugoConnection
from ._envelope import reply_correlation_id
from ._errors import RpcConnectionError
from ._pending import PendingCalls


class LinkState(Enum):
    """Whether calls can be sent now, soon, or not at all."""

    CLOSED = auto()
    CONNECTING = auto()
    READY = auto()


class Link:
    """Holds the one connection, wakes who waits for it, and hands replies to their calls."""

    def __init__(
        self,
        pending: PendingCalls,
        on_publication: Callable[[Any], None] | None,
        logger: logging.Logger,
    ) -> None:
        self.state = LinkState.CLOSED
        self.times_ready = 0
        self.why_closed = "the client is not connected, call connect() first"
        self.connection: CentrifugoConnection | None = None
        self.dropped_replies = 0
        self._pending = pending
        self._publication_hook = on_publication
        self._logger = logger
        self._state_changed: asyncio.Future[None] | None = None
        self._closing: asyncio.Task[None] | None = None

    @property
    def is_ready(self) -> bool:
        """Whether a request given to the connection now is written at once."""
        return self.state is LinkState.READY

    async def open(self, connection: CentrifugoConnection, timeout: float) -> None:
        """Connect; the link is ready afterwards, or closed and the failure raised."""
        await self._closed()
        self.connection = connection
        self._enter(LinkState.CONNECTING)
        try:
            await connection.open(timeout)
        except BaseException as error:
            if self.connection is connection:
                self._close(connection, f"connect() failed: {str(error) or type(error).__name__}")
            await self._closed()
            raise
        if self.connection is not connection:
            raise RpcConnectionError(f"Not connected: {self.why_closed}.")

    async def close(self, why: str) -> None:
        """Disconnect, ending every call that waits."""
        if self.connection is not None:
            self._close(self.connection, why)
        await self._closed()

    async def wait_until_decided(self, deadline: float) -> None:
        """Wait while the link is connecting, at most until `deadline` on the loop's clock."""
        loop = asyncio.get_running_loop()
        while self.state is LinkState.CONNECTING and loop.time() < deadline:
            if self._state_changed is None:
                self._state_changed = loop.create_future()
            await asyncio.wait({self._state_changed}, timeout=deadline - loop.time())

    def on_ready(self) -> None:
        """Part of `ConnectionListener`."""
        if self.state is LinkState.CONNECTING:
            self._logger.info("connected to Centrifugo")
            self.times_ready += 1
            self._enter(LinkState.READY)
            self._pending.ready()

    def on_lost(self, reason: str) -> None:
        """Part of `ConnectionListener`."""
        if self.state is LinkState.READY:
            self._logger.warning("connection to Centrifugo lost (%s), connecting again", reason)
            self._pending.connection_lost()
            self._enter(LinkState.CONNECTING)

    def on_closed(self, error: RpcConnectionError) -> None:
        """Part of `ConnectionListener`."""
        if self.connection is not None:
            self._logger.error("connection to Centrifugo ended: %s", error.message)
            self._close(self.connection, error.message.rstrip("."))

    def on_publication(self, data: object, *, sent_by_client: bool) -> None:
        """Part of `ConnectionListener`."""
        if sent_by_client:
            # Only the server may answer, and it publishes without client info (W4).
            self.dropped_replies += 1
            self._logger.warning("dropped a publication on the reply channel sent by a client")
            return
        correlation_id = reply_correlation_id(data)
        if correlation_id is not None:
            self._pending.answer(correlation_id, cast("dict[str, Any]", data))
        elif self._publication_hook is not None:
            try:
                self._publication_hook(data)
            except Exception:
                # Past here it would end the connection, for a mistake in the caller's own code.
                self._logger.exception("the on_publication hook failed")

    def _enter(self, state: LinkState) -> None:
        self.state = state
        if self._state_changed is not None:
            self._state_changed.set_result(None)
            self._state_changed = None

    def _close(self, connection: CentrifugoConnection, why: str) -> None:
        self.connection = None
        self.why_closed = why
        self._enter(LinkState.CLOSED)
        self._pending.end_all(why)
        self._closing = asyncio.ensure_future(connection.close())

    async def _closed(self) -> None:
        if self._closing is not None:
            await asyncio.shield(self._closing)
