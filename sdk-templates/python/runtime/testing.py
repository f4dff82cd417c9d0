"""Stand-ins for a program's own tests: typed calls without a network."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, get_type_hints

from pydantic import TypeAdapter
from pydantic_core import to_json

from ._absent import absent
from ._envelope import json_text
from ._errors import RpcDecodeError, RpcError, RpcNotSentError, RpcTooLargeError
from ._refusals import no_reply
from ._replies import result_of
from .states import Connected, ConnectionState, Disconnected

if TYPE_CHECKING:
    from typing_extensions import Self

# What only a client can fail with: no server sends it.
_LOCAL = (RpcNotSentError, RpcTooLargeError, RpcDecodeError)
_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


class InMemoryRPC:
    """Stands where `CentrifugoRPCClient` stands, and answers calls by functions.

    A function gets the params as the model its parameter is annotated with, or as JSON values by
    their wire names; or none at all. It gives the result, as a model or as JSON values, or raises
    an `RpcError`; it may be asynchronous. Everything passes through JSON, as it would on its way to
    the server and back, so that what does not fit the contract fails here too. What a function
    raises beside `RpcError` is raised as it is.

    Args:
        functions: what answers each method, by its wire name; other methods are a 404.
        timeout: seconds; bounds each call that names no timeout of its own.
    """

    def __init__(
        self, functions: Mapping[str, Callable[..., Any]], *, timeout: float = 30.0
    ) -> None:
        self.calls: list[tuple[str, Any]] = []
        """The method and the params of each call, in order."""
        self._functions = functions
        self._timeout = timeout
        self._state: ConnectionState = Disconnected(
            0, "the client is not connected, call connect() first"
        )

    @property
    def is_connected(self) -> bool:
        """Whether `connect()` was called last; calls are answered in any case."""
        return isinstance(self._state, Connected)

    @property
    def state(self) -> ConnectionState:
        """What the base client would say."""
        return self._state

    async def connect(self) -> None:
        """Connect to nothing."""
        self._state = Connected()

    async def disconnect(self) -> None:
        """Disconnect from nothing."""
        self._state = Disconnected(0, "disconnect() was called")

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
        """Call the function for `method`, and give its result as JSON values.

        Raises:
            RpcError: the function raised it, there is none, or it took too long.
        """
        sent = json_text(params or {})
        self.calls.append((method, json.loads(sent)))
        function = self._functions.get(method)
        if function is None:
            known = ", ".join(sorted(self._functions)) or "none"
            text = f"There is no function for this method here. There are: {known}."
            raise RpcError(404, "method_not_found", text, method=method)
        seconds = self._timeout if timeout is None else timeout
        try:
            reply = {"result": _json(await _within(seconds, method, function, sent))}
        except _LOCAL:
            raise
        except RpcError as error:
            named = {"code": error.code, "name": error.name, "message": error.message}
            reply = {"error": {**named, "details": _json(error.details)}}
        return result_of(method, json.loads(json.dumps(reply)))


async def _within(seconds: float, method: str, function: Callable[..., Any], params: str) -> Any:
    result = function(*_arguments(function, params))
    if not inspect.isawaitable(result):
        return result
    running = asyncio.ensure_future(result)
    try:
        await asyncio.wait({running}, timeout=seconds)
        if not running.done():
            raise no_reply(method, seconds)
        return running.result()
    finally:
        running.cancel()


def _arguments(function: Callable[..., Any], params: str) -> list[Any]:
    hints = get_type_hints(function) if inspect.isroutine(function) else {}
    for name in inspect.signature(function).parameters:
        adapter: TypeAdapter[Any] = TypeAdapter(hints.get(name, Any))
        return [adapter.validate_json(params)]
    return []


def _json(value: Any) -> Any:
    values = _ANYTHING.dump_python(
        value, mode="json", by_alias=True, exclude=absent(value), warnings=False
    )
    return json.loads(to_json(values, inf_nan_mode="constants"))
