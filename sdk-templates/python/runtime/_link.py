"""The client's connection over time, and who is told of it: callers, calls, the user's hooks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any, cast

from ._centrifugo import CentrifugoConnection
from ._envelope import reply_correlation_id
from ._errors import RpcConnectionError
from ._pending import PendingCalls
from .states import Connected, Connecting, ConnectionState, Disconnected, Reconnecting


class Link:
    """Holds the one connection, wakes who waits for it, and hands replies to their calls."""

    def __init__(
        self,
        pending: PendingCalls,
        on_publication: Callable[[Any], None] | None,
        on_state: Callable[[ConnectionState], None] | None,
        logger: logging.Logger,
    ) -> None:
        self.state: ConnectionState = Disconnected(
            0, "the client is not connected, call connect() first"
        )
        self.is_ready = False
        """Whether a request given to the connection now is written at once."""
        self.times_ready = 0
        self.connection: CentrifugoConnection | None = None
        self.dropped_replies = 0
        self._pending = pending
        self._publication_hook = on_publication
        self._state_hook = on_state
        self._logger = logger
        self._lost: tuple[int, str] = (0, "")
        self._state_changed: asyncio.Future[None] | None = None
        self._closings: set[asyncio.Task[None]] = set()

    @property
    def why_closed(self) -> str:
        """Why there is no connection; empty where there is one."""
        return self.state.reason.rstrip(".") if isinstance(self.state, Disconnected) else ""

    def begin(self, connection: CentrifugoConnection) -> None:
        """Take the connection that `open` is about to make. Calls may wait for it from now on."""
        self.connection = connection
        self._enter(Connecting())

    async def open(self, connection: CentrifugoConnection, timeout: float) -> None:
        """Connect; the link is ready afterwards, or closed and the failure raised."""
        await self._closed()
        try:
            if self.connection is connection:
                await connection.open(timeout)
        except BaseException as error:
            if self.connection is connection:
                code = error.code if isinstance(error, RpcConnectionError) else None
                why = f"connect() failed: {str(error) or type(error).__name__}"
                self._close(connection, code or 0, why)
            await self._closed()
            raise
        if self.connection is not connection:
            raise RpcConnectionError(f"Not connected: {self.why_closed or 'connected anew'}.")

    async def close(self, why: str) -> None:
        """Disconnect, ending every call that waits."""
        if self.connection is not None:
            self._close(self.connection, 0, why)
        await self._closed()

    async def wait_until_decided(self, deadline: float) -> None:
        """Wait while a connection is being made, at most until `deadline` on the loop's clock."""
        loop = asyncio.get_running_loop()
        while self.connection is not None and not self.is_ready and loop.time() < deadline:
            if self._state_changed is None:
                self._state_changed = loop.create_future()
            await asyncio.wait({self._state_changed}, timeout=deadline - loop.time())

    def on_ready(self) -> None:
        """Part of `ConnectionListener`."""
        if self.connection is not None and not self.is_ready:
            self._logger.info("connected to Centrifugo")
            self.is_ready = True
            self.times_ready += 1
            self._pending.ready()
            self._enter(Connected())

    def on_lost(self, code: int, reason: str) -> None:
        """Part of `ConnectionListener`."""
        if self.is_ready:
            self._logger.warning(
                "connection to Centrifugo lost (%d %s), connecting again", code, reason
            )
            self.is_ready = False
            self._lost = (code, reason)
            self._pending.connection_lost()

    def on_retry(self, delay: float) -> None:
        """Part of `ConnectionListener`."""
        if self.connection is not None and not self.is_ready and self.times_ready:
            self._logger.debug("connecting to Centrifugo again in %.1f s", delay)
            self._enter(Reconnecting(delay, *self._lost))

    def on_trouble(self, what: str) -> None:
        """Part of `ConnectionListener`."""
        self._logger.warning("%s", what)

    def on_closed(self, error: RpcConnectionError) -> None:
        """Part of `ConnectionListener`."""
        if self.connection is not None:
            self._logger.error("connection to Centrifugo ended: %s", error.message)
            self._close(self.connection, error.code or 0, error.message)

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

    def _enter(self, state: ConnectionState) -> None:
        self.state = state
        if self._state_changed is not None:
            self._state_changed.set_result(None)
            self._state_changed = None
        if self._state_hook is not None:
            try:
                self._state_hook(state)
            except Exception:
                self._logger.exception("the on_state hook failed")

    def _close(self, connection: CentrifugoConnection, code: int, why: str) -> None:
        self.connection = None
        self.is_ready = False
        self.times_ready = 0
        self._pending.end_all(why.rstrip("."))
        closing = connection.close()
        self._closings.add(closing)
        closing.add_done_callback(self._closings.discard)
        self._enter(Disconnected(code, why))

    async def _closed(self) -> None:
        if self._closings:
            await asyncio.wait(self._closings)
