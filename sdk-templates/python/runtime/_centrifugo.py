"""The one file that touches centrifuge-python: a connection with a reply channel."""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, Final, Protocol, cast

from ._contract import SDK_VERSION
from ._errors import RpcConnectionError, RpcUnauthorizedError, RpcUnreachableError
from ._failures import disconnected, subscription_refused, transport_failure, unsupported_version

# Seconds. An attempt to connect or to subscribe is given up and repeated after it.
_ATTEMPT_TIMEOUT: Final = 5.0
# Seconds. centrifuge-python itself aborts a socket that does not close within one.
_CLOSE_TIMEOUT: Final = 2.0
# Seconds, with full jitter between them: how long to wait before connecting again.
_SHORTEST_BACKOFF: Final = 0.2
_LONGEST_BACKOFF: Final = 20.0
# Seconds. A token provider that takes longer has failed.
_TOKEN_WITHIN: Final = 30.0
_ALREADY_SUBSCRIBED: Final = 105
_TRANSPORT_CLOSED: Final = 1
_TRANSPORT_FAILED: Final = 2
_TOKEN_PROVIDER_FAILED: Final = 5
_TOKEN_REFRESH_FAILED: Final = 6
_CLIENT_UNAUTHORIZED: Final = 1


class CommandRefusedError(Exception):
    """Centrifugo answered a command with an error of its own."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message


class CommandLostError(Exception):
    """The connection ended before Centrifugo answered a command."""


class CommandTimedOutError(CommandLostError):
    """The time passed before Centrifugo answered a command."""


class ConnectionListener(Protocol):
    """What the connection tells its owner; called on the event loop, and must not block."""

    def on_ready(self) -> None:
        """Calls can be sent, and replies arrive."""
        ...

    def on_lost(self, code: int, reason: str) -> None:
        """The connection broke; it is made again."""
        ...

    def on_retry(self, delay: float) -> None:
        """The next attempt to make it again comes in `delay` seconds."""
        ...

    def on_trouble(self, what: str) -> None:
        """Something failed that is tried again."""
        ...

    def on_closed(self, error: RpcConnectionError) -> None:
        """The connection ended for good."""
        ...

    def on_publication(self, data: object, *, sent_by_client: bool) -> None:
        """Something arrived on the reply channel."""
        ...


class CentrifugoConnection:
    """One connection to Centrifugo, made again by itself until it is closed.

    With `subscribes` it is ready only once it listens on the reply channel.
    """

    def __init__(
        self,
        url: str,
        token: str,
        get_token: Callable[[], Awaitable[str]] | None,
        listener: ConnectionListener,
        *,
        reply_channel: str,
        subscribes: bool,
    ) -> None:
        self._url = url
        self._reply_channel = reply_channel
        self._listener = listener
        self._subscribes = subscribes
        self._last_error: Exception | None = None
        self._refused_token: RpcUnauthorizedError | None = None
        self._module = _centrifuge()
        self._opened: asyncio.Future[RpcConnectionError | None] | None = None
        self._subscription: _Subscription | None = None
        self._is_closed = False
        self._told: set[asyncio.Task[None]] = set()
        self._token_requests: set[asyncio.Future[str]] = set()
        events = self._module.ClientEventHandler()
        events.on_connected = self._on_connected
        events.on_connecting = self._on_connecting
        events.on_disconnected = self._on_disconnected
        events.on_error = self._on_error
        events.on_publication = self._on_server_publication
        self._client = self._module.Client(
            url,
            events=events,
            token=token,
            get_token=None if get_token is None else self._token_source(get_token),
            timeout=_ATTEMPT_TIMEOUT,
            min_reconnect_delay=_SHORTEST_BACKOFF,
            max_reconnect_delay=_LONGEST_BACKOFF,
            name="rpc-python",
            version=SDK_VERSION,
        )
        # Before each command it would wait for the connection, with a task and a timer of its own,
        # and might write to another connection than the one that was ready. Commands are given to
        # it only while the connection is ready; then they are written at once.
        self._client.ready = _at_once

    async def open(self, timeout: float) -> None:
        """Connect, within `timeout` seconds; the first attempt that fails is reported."""
        self._opened = asyncio.get_running_loop().create_future()
        if self._subscribes:
            self._subscription = self._new_subscription()
            await self._subscription.subscribe()
        connecting = asyncio.ensure_future(self._client.connect())
        try:
            await asyncio.wait({self._opened}, timeout=timeout)
        finally:
            connecting.cancel()
            await asyncio.wait({connecting})
        if not self._opened.done():
            raise RpcUnreachableError(
                f"{self._url} was not connected within {timeout:g} s"
                f" (last error: {self._last_error or 'none'})."
            ) from self._last_error
        error = self._opened.result()
        if error is not None:
            raise error

    def close(self) -> asyncio.Task[None]:
        """Disconnect, and tell the listener nothing more; the task ends when nothing is left running."""
        self._is_closed = True
        return asyncio.ensure_future(self._close())

    async def _close(self) -> None:
        if self._opened is not None and not self._opened.done():
            self._opened.set_result(RpcConnectionError("disconnect() was called while connecting."))
        for request in self._token_requests:
            request.cancel()
        await self._client.disconnect()
        # centrifuge-python closes the socket in tasks it has no public name for. Without
        # waiting for them a program that ends right after would leave the socket half closed.
        tasks: set[asyncio.Task[Any]] = set(getattr(self._client, "_background_tasks", ()))
        current = asyncio.current_task()
        tasks |= self._told
        if current is not None:
            tasks.discard(current)
        if tasks:
            await asyncio.wait(tasks, timeout=_CLOSE_TIMEOUT)

    async def publish(self, channel: str, data: object, timeout: float) -> None:
        """Publish, and wait until Centrifugo took it."""
        await self._command(self._client.publish(channel, data, timeout=timeout))

    async def rpc(self, method: str, data: object, timeout: float) -> object:
        """Call through Centrifugo's own RPC, and give what it answered."""
        result = await self._command(self._client.rpc(method, data, timeout=timeout))
        return cast("_RpcResult", result).data

    def tell(self, command: Coroutine[Any, Any, object]) -> None:
        """Run a command whose answer nobody waits for."""
        task = asyncio.ensure_future(_heedless(command))
        self._told.add(task)
        task.add_done_callback(self._told.discard)

    async def _command(self, command: Awaitable[object]) -> object:
        try:
            return await command
        except self._module.ReplyError as error:
            reply = cast("_ReplyError", error)
            raise CommandRefusedError(reply.code, reply.message) from None
        except self._module.OperationTimeoutError as error:
            raise CommandTimedOutError("no answer in time") from error
        except self._module.CentrifugeError as error:
            raise CommandLostError(str(error) or type(error).__name__) from error

    def _new_subscription(self) -> _Subscription:
        events = self._module.SubscriptionEventHandler()
        events.on_subscribed = self._on_subscribed
        events.on_subscribing = self._on_subscribing
        events.on_unsubscribed = self._on_unsubscribed
        events.on_publication = self._on_publication
        events.on_error = self._on_subscription_error
        return self._client.new_subscription(self._reply_channel, events=events)

    def _token_source(
        self, get_token: Callable[[], Awaitable[str]]
    ) -> Callable[[], Awaitable[str]]:
        async def fetch() -> str:
            request = asyncio.ensure_future(get_token())
            self._token_requests.add(request)
            request.add_done_callback(self._token_requests.discard)
            try:
                return await asyncio.wait_for(request, _TOKEN_WITHIN)
            except RpcUnauthorizedError as error:
                self._refused_token = error
                raise self._module.UnauthorizedError(error.message) from error

        return fetch

    def _ready_if_subscribed(self) -> None:
        if self._subscription is not None and self._subscription.state.value == "subscribed":
            self._ready()

    def _ready(self) -> None:
        if self._is_closed:
            return
        self._last_error = None
        if self._opened is not None and not self._opened.done():
            self._opened.set_result(None)
        self._listener.on_ready()

    def _fail(self, error: RpcConnectionError) -> None:
        if self._opened is not None and not self._opened.done():
            self._opened.set_result(error)
        elif not self._is_closed:
            self._listener.on_closed(error)

    def _lost(self, code: int, reason: str) -> None:
        if self._was_opened and not self._is_closed:
            self._listener.on_lost(code, reason)
            self._expect_retry()

    def _expect_retry(self) -> None:
        # centrifuge-python picks the delay after its handlers, and has no public name for it.
        asyncio.get_running_loop().call_soon(self._tell_of_retry)

    def _tell_of_retry(self) -> None:
        if self._is_closed:
            return
        delay = 0.0
        timer: object = getattr(self._client, "_reconnect_timer", None)
        if isinstance(timer, asyncio.TimerHandle) and not timer.cancelled():
            delay = max(timer.when() - asyncio.get_running_loop().time(), 0.0)
        self._listener.on_retry(delay)

    @property
    def _was_opened(self) -> bool:
        return self._opened is not None and self._opened.done()

    # The handlers below run in centrifuge-python's reading loop: none of them waits.

    async def _on_connected(self, context: _Connected) -> None:
        unsupported = unsupported_version(context.version)
        if unsupported is not None:
            self._fail(unsupported)
        elif self._subscription is None:
            self._ready()
        else:
            # Does nothing while it subscribes by itself; after error 105 it has to be asked.
            await self._subscription.subscribe()

    async def _on_connecting(self, context: _State) -> None:
        self._lost(context.code, context.reason)

    async def _on_disconnected(self, context: _State) -> None:
        if context.code == 0:
            return
        error = disconnected(context.code, context.reason)
        if context.code == _CLIENT_UNAUTHORIZED and self._refused_token is not None:
            error = self._refused_token
        error.__cause__ = error.__cause__ or self._last_error
        self._fail(error)

    async def _on_error(self, context: _Error) -> None:
        self._last_error = context.error
        if self._is_closed:
            return
        if self._opened is None or self._opened.done():
            if context.code in {_TOKEN_PROVIDER_FAILED, _TOKEN_REFRESH_FAILED}:
                kind = type(context.error).__name__
                self._listener.on_trouble(f"no fresh token ({kind}), asking for one again")
            self._expect_retry()
            return
        error: RpcConnectionError | None = None
        if context.code == _TRANSPORT_FAILED:
            error = transport_failure(self._url, context.error)
        elif context.code == _TOKEN_PROVIDER_FAILED:
            error = RpcConnectionError(
                f"The token provider failed ({type(context.error).__name__});"
                " without a token there is no connection."
            )
        if error is not None:
            error.__cause__ = context.error
            self._opened.set_result(error)

    async def _on_subscribed(self, _context: object) -> None:
        # What was published meanwhile is handed on right after this: before anything is sent again.
        asyncio.get_running_loop().call_soon(self._ready_if_subscribed)

    async def _on_subscribing(self, context: _State) -> None:
        # With the transport closed, the reason comes with on_connecting, right after this.
        if context.code != _TRANSPORT_CLOSED:
            self._lost(context.code, f"reply channel: {context.reason}")

    async def _on_unsubscribed(self, context: _State) -> None:
        if context.code == _ALREADY_SUBSCRIBED:
            # The token's own channels hold it: replies arrive as client-level publications.
            self._ready()
        elif context.code != 0:
            self._fail(subscription_refused(self._reply_channel, context.code, context.reason))

    async def _on_subscription_error(self, context: _Error) -> None:
        self._last_error = context.error

    async def _on_publication(self, context: _PublicationContext) -> None:
        publication = context.pub
        if self._is_closed:
            return
        self._listener.on_publication(publication.data, sent_by_client=publication.info is not None)

    async def _on_server_publication(self, context: _ServerPublicationContext) -> None:
        if context.channel == self._reply_channel:
            await self._on_publication(context)


async def _at_once() -> None:
    pass


async def _heedless(command: Coroutine[Any, Any, object]) -> None:
    with suppress(CommandRefusedError, CommandLostError):
        await command


# What this file uses of centrifuge-python, which ships no types.


class _State(Protocol):
    code: int
    reason: str


class _Connected(Protocol):
    version: str


class _Error(Protocol):
    code: int
    error: Exception


class _Publication(Protocol):
    data: object
    info: object | None


class _PublicationContext(Protocol):
    pub: _Publication


class _ServerPublicationContext(_PublicationContext, Protocol):
    channel: str


class _RpcResult(Protocol):
    data: object


class _ReplyError(Protocol):
    code: int
    message: str


class _SubscriptionState(Protocol):
    value: str


class _Subscription(Protocol):
    state: _SubscriptionState

    async def subscribe(self) -> None: ...


class _ClientEvents(Protocol):
    on_connected: Callable[[_Connected], Awaitable[None]]
    on_connecting: Callable[[_State], Awaitable[None]]
    on_disconnected: Callable[[_State], Awaitable[None]]
    on_error: Callable[[_Error], Awaitable[None]]
    on_publication: Callable[[_ServerPublicationContext], Awaitable[None]]


class _SubscriptionEvents(Protocol):
    on_subscribed: Callable[[object], Awaitable[None]]
    on_subscribing: Callable[[_State], Awaitable[None]]
    on_unsubscribed: Callable[[_State], Awaitable[None]]
    on_publication: Callable[[_PublicationContext], Awaitable[None]]
    on_error: Callable[[_Error], Awaitable[None]]


class _Client(Protocol):
    ready: Callable[[], Awaitable[None]]

    async def connect(self) -> None: ...
    async def disconnect(self) -> None: ...
    async def publish(self, channel: str, data: object, timeout: float) -> object: ...
    async def rpc(self, method: str, data: object, timeout: float) -> object: ...
    def new_subscription(self, channel: str, events: _SubscriptionEvents) -> _Subscription: ...


class _NewClient(Protocol):
    def __call__(
        self,
        address: str,
        *,
        events: _ClientEvents,
        token: str,
        get_token: Callable[[], Awaitable[str]] | None,
        timeout: float,
        min_reconnect_delay: float,
        max_reconnect_delay: float,
        name: str,
        version: str,
    ) -> _Client: ...


class _Centrifuge(Protocol):
    Client: _NewClient
    ClientEventHandler: Callable[[], _ClientEvents]
    SubscriptionEventHandler: Callable[[], _SubscriptionEvents]
    CentrifugeError: type[Exception]
    OperationTimeoutError: type[Exception]
    ReplyError: type[Exception]
    UnauthorizedError: type[Exception]


def _centrifuge() -> _Centrifuge:
    # At DEBUG these two write whole frames, tokens included: only on their own say-so.
    for name in ("centrifuge", "websockets.client"):
        logger = logging.getLogger(name)
        if logger.level == logging.NOTSET:
            logger.setLevel(logging.INFO)
    return cast("_Centrifuge", importlib.import_module("centrifuge"))
