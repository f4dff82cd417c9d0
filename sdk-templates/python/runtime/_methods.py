"""Typed calls over untyped ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json

from ._errors import RpcDecodeError
from ._model import to_wire

P = TypeVar("P")
R = TypeVar("R")


class RpcCaller(Protocol):
    """Whatever can carry a call: the base client, or a stand-in for it in tests."""

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
    ) -> Any:
        """Call `method` and give its result as JSON values."""
        ...


class Method(Generic[P, R]):
    """One RPC method: its wire name, its types and its time limit in seconds, where it has them.

    The types are asked for at the first call: a program uses few of an SDK's types.
    """

    def __init__(
        self,
        name: str,
        params: Callable[[], Any] | None = None,
        result: Callable[[], Any] | None = None,
        timeout: float | None = None,
    ) -> None:
        self._name = name
        self._timeout = timeout
        self._params_type = params
        self._result_type = result

    async def call(self, rpc: RpcCaller, params: P, timeout: float | None) -> R:
        """Call it. What does not fit the contract is refused, before sending and after.

        Without a `timeout` in seconds the method's own applies, and without that the client's.
        """
        adapter = self._params
        values: Any = {} if adapter is None or params is None else to_wire(params, adapter)
        seconds = self._timeout if timeout is None else timeout
        result = await rpc.call(self._name, values, timeout=seconds)
        if self._result is None:
            # What a newer server may give is left unread.
            return cast("R", None)
        try:
            return self._result.validate_json(to_json(result, inf_nan_mode="constants"))
        except (ValidationError, PydanticSerializationError) as error:
            raise RpcDecodeError(
                500,
                "invalid_result",
                f"the result does not fit the contract: {error}",
                method=self._name,
            ) from error

    @cached_property
    def _params(self) -> TypeAdapter[P] | None:
        return _adapter(self._params_type)

    @cached_property
    def _result(self) -> TypeAdapter[R] | None:
        return _adapter(self._result_type)


def _adapter(type_: Callable[[], Any] | None) -> TypeAdapter[Any] | None:
    if type_ is None:
        return None
    return TypeAdapter(type_())
