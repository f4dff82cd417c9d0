"""The base client: one connection, and calls by method name."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ._centrifugo import CentrifugoConnection
from ._contract import LAYOUT
from ._envelope import Request, Transport, json_text
from ._errors import (
    RpcConnectionError,
    RpcError,
    RpcNotSentError,
    RpcUnreachableError,
    RpcUnsupportedServerError,
)
from ._exchange import Exchange
from ._hello import differences
from ._layout import Layout, channels
from ._link import Link
from ._pending import PendingCalls
from ._token import check_token, check_user_id
from .states import ConnectionState

if TYPE_CHECKING:
    from typing_extensions import Self


class _Opening:
    """A connection being made, for everyone who called `connect()` meanwhile."""

    def __init__(self, opening: Coroutine[Any, Any, None]) -> None:
        self.task = asyncio.ensure_future(opening)
        self.task.add_done_callback(_Opening._mark_read)
        self.waiters = 0

    @staticmethod
    def _mark_read(task: asyncio.Task[None]) -> None:
        # Its failure is raised to those who wait; where nobody does, nobody wants to know.
        if not task.cancelled():
            task.exception()


class CentrifugoRPCClient:
    """Calls RPC methods over one WebSocket connection to Centrifugo.

    The connection is made by `connect()`, is made again by itself when it breaks, and ends with
    `disconnect()`; `async with` does both. A client belongs to one event loop.

    Args:
        url: Centrifugo's address, `ws://…/connection/websocket` or `wss://…`.
        token: the user's token, from the server's `TokenIssuer`; may be empty with `get_token`.
        user_id: the user the token was issued for.
        transport: `"pubsub"` publishes requests and gets replies on the user's own channel,
            `"rpc"` uses Centrifugo's RPC command.
        timeout: seconds; bounds `connect()`, and each call that names no timeout of its own.
        get_token: gives a fresh token when there is none, and before the old one's time is over.
            Where it fails it is asked again; `RpcUnauthorizedError` from it ends the connection.
        logger: hears of connects and disconnects; the package's own logger by default.
        layout: the channel layout, `"plain"` or `"namespaced"`; the contract's by default.
        on_publication: gets what arrives on the reply channel and is no reply.
            It runs on the event loop and must not block.
        on_state: gets every state of the connection, in order, as `state` does. The same holds.
        max_frame_bytes: Centrifugo's `websocket.message_size_limit`.
        resend: send a call again whose request or reply may have been lost, until its time is
            over. The server runs it once, however often it is sent.
        strict: `connect()` fails where the server lacks methods of this SDK, or has other types for
            them. Otherwise the logger is warned of it, once.
    """

    def __init__(
        self,
        url: str,
        token: str,
        user_id: str,
        *,
        transport: Transport = "pubsub",
        timeout: float = 30.0,
        get_token: Callable[[], Awaitable[str]] | None = None,
        logger: logging.Logger | None = None,
        layout: Layout = LAYOUT,
        on_publication: Callable[[Any], None] | None = None,
        on_state: Callable[[ConnectionState], None] | None = None,
        max_frame_bytes: int = 65536,
        resend: bool = True,
        strict: bool = False,
    ) -> None:
        if not url.lower().startswith(("ws://", "wss://")):
            raise ValueError(f"url must start with ws:// or wss://, found {url!r}")
        if transport not in {"pubsub", "rpc"}:
            raise ValueError(f"transport must be 'pubsub' or 'rpc', found {transport!r}")
        if layout not in {"plain", "namespaced"}:
            raise ValueError(f"layout must be 'plain' or 'namespaced', found {layout!r}")
        self._url = url
        self._token = token
        self._user_id = user_id
        self._transport: Transport = transport
        self._timeout = _checked_timeout(timeout)
        self._get_token = get_token
        self._channels = channels(layout, user_id)
        self._max_frame_bytes = max_frame_bytes
        self._resends = resend
        self._is_strict = strict
        self._logger = logger or logging.getLogger(__package__ or __name__)
        self._pending = PendingCalls()
        self._link = Link(self._pending, on_publication, on_state, self._logger)
        self._opening: _Opening | None = None
        self._comparing: asyncio.Future[None] | None = None

    @property
    def is_connected(self) -> bool:
        """Whether a call made now would be sent at once."""
        return self._link.is_ready

    @property
    def state(self) -> ConnectionState:
        """What the connection is doing: `Connecting`, `Connected`, `Reconnecting`, `Disconnected`."""
        return self._link.state

    @property
    def dropped_replies(self) -> int:
        """How many publications on the reply channel came from a client, and were dropped."""
        return self._link.dropped_replies

    @property
    def late_replies(self) -> int:
        """How many replies came after their call had ended, or twice, and were dropped."""
        return self._pending.late_replies

    async def connect(self) -> None:
        """Connect, and wait until calls can be sent; does nothing when connected.

        Several at a time make one connection, and share its failure. The first failure is final;
        only a connection that was there is made again.

        Raises:
            RpcConnectionError: the client cannot connect; a subclass says why.
        """
        if self._link.connection is None:
            connection = self._new_connection()
            self._link.begin(connection)
            self._opening = _Opening(self._open(connection))
        if self._opening is not None and not self._opening.task.done():
            await self._opened(self._opening)
            return
        await self._link.wait_until_decided(_now() + self._timeout)
        if self._link.connection is None:
            raise RpcConnectionError(f"Not connected: {self._link.why_closed}.")
        if not self._link.is_ready:
            raise RpcUnreachableError(
                f"{self._url} was lost, and was not connected again within {self._timeout:g} s."
            )

    async def _open(self, connection: CentrifugoConnection) -> None:
        await self._link.open(connection, self._timeout)
        if self._comparing is None:
            # Once for each client. Nobody waits for it unless it decides.
            self._comparing = asyncio.ensure_future(self._compare())
        if self._is_strict:
            try:
                await self._comparing
            except RpcConnectionError as error:
                self._comparing = None
                await self._link.close(f"connect() failed: {error}")
                raise

    async def _compare(self) -> None:
        try:
            found = await differences(self.call)
        except RpcError as error:
            if self._is_strict and self._link.connection is None:
                raise RpcConnectionError(f"Not connected: {self._link.why_closed}.") from error
            if self._is_strict:
                text = f"The server could not be asked for its contract ({error.message})."
                raise RpcUnsupportedServerError(text) from error
            self._logger.debug("the server was not asked for its contract: %s", error.message)
            return
        if found and self._is_strict:
            raise RpcUnsupportedServerError(str(found))
        if found:
            self._logger.warning("%s", found)

    async def _opened(self, opening: _Opening) -> None:
        opening.waiters += 1
        try:
            await asyncio.shield(opening.task)
        except asyncio.CancelledError:
            if opening.waiters == 1 and not opening.task.done():
                # Nobody is left who wants the connection.
                await self._link.close("connect() was cancelled")
                await asyncio.wait({opening.task})
            raise
        finally:
            opening.waiters -= 1

    def _new_connection(self) -> CentrifugoConnection:
        check_user_id(self._user_id)
        if self._token or self._get_token is None:
            check_token(self._token, self._user_id)
        return CentrifugoConnection(
            self._url,
            self._token,
            None if self._get_token is None else self._checked(self._get_token),
            self._link,
            reply_channel=self._channels.replies,
            subscribes=self._transport == "pubsub",
        )

    async def disconnect(self) -> None:
        """Disconnect; does nothing when disconnected.

        Calls that were sent and wait for a reply end as outcome unknown, others as not sent.
        """
        await self._link.close("disconnect() was called")
        if self._comparing is not None and not self._comparing.done():
            # It has just learnt that there is no connection any more.
            await asyncio.wait({self._comparing})

    async def __aenter__(self) -> Self:
        await self.connect()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.disconnect()

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
    ) -> Any:
        """Call `method` by its wire name, and give its result as JSON values.

        `timeout` is in seconds; without it the client's own applies.

        Raises:
            RpcError: the call failed; a subclass says how, where the client itself knows.
        """
        seconds = self._timeout if timeout is None else _checked_timeout(timeout)
        request = Request(
            str(uuid4()), method, json_text(params or {}), self._transport, self._channels
        )
        timeout_ms = math.ceil(seconds * 1000)
        request.check_size(timeout_ms, self._max_frame_bytes, resends=self._resends)
        if self._link.connection is None:
            why = f"not sent: {self._link.why_closed}"
            raise RpcNotSentError(503, "not_sent", why, method=method)
        with self._pending.waiting(request.correlation_id) as pending:
            exchange = Exchange(request, pending, self._link, seconds, resends=self._resends)
            return await exchange.result()

    def _checked(self, get_token: Callable[[], Awaitable[str]]) -> Callable[[], Awaitable[str]]:
        async def checked_token() -> str:
            token = await get_token()
            check_token(token, self._user_id)
            return token

        return checked_token


def _checked_timeout(timeout: float) -> float:
    if not (timeout > 0 and math.isfinite(timeout)):
        raise ValueError(f"timeout must be a number of seconds above 0, found {timeout!r}")
    return timeout


def _now() -> float:
    return asyncio.get_running_loop().time()
