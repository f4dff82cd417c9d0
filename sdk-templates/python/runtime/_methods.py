"""Typed calls over untyped ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json

from ._errors import RpcDecodeError
from ._model import Model, to_wire

T = TypeVar("T")


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


class Method(Generic[T]):
    """One RPC method: its wire name, and the type its result is read as."""

    def __init__(self, name: str, result: Any) -> None:
        self._name = name
        self._result = result
        self._adapter: TypeAdapter[T] | None = None

    async def call(self, rpc: RpcCaller, params: Model | None, timeout: float | None) -> T:
        """Call it. What does not fit the contract is refused, before sending and after."""
        result = await rpc.call(self._name, _values(params), timeout=timeout)
        # Made at the first reply: a program uses few of an SDK's types.
        if self._adapter is None:
            self._adapter = TypeAdapter(self._result)
        try:
            return self._adapter.validate_json(
                to_json(result, inf_nan_mode="constants"), strict=True
            )
        except (ValidationError, PydanticSerializationError) as error:
            raise RpcDecodeError(
                500,
                "invalid_result",
                f"the result does not fit the contract: {error}",
                method=self._name,
            ) from error


class VoidMethod:
    """One RPC method without a result; what a newer server may give is left unread."""

    def __init__(self, name: str) -> None:
        self._name = name

    async def call(self, rpc: RpcCaller, params: Model | None, timeout: float | None) -> None:
        """Call it, and wait until the handler is done."""
        await rpc.call(self._name, _values(params), timeout=timeout)


def _values(params: Model | None) -> dict[str, Any]:
    return {} if params is None else to_wire(params)
