"""Errors that methods declare: what the server sends becomes an exception of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json

from ._errors import RpcError


class DeclaredError(RpcError):
    """What all errors that methods declare have in common."""

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), method=self.method), (self.message, self.details)


class Reader:
    """Makes an exception of what has the code of its error, and details that fit."""

    def __init__(
        self,
        code: int,
        error: Callable[..., DeclaredError],
        details: Callable[[], Any] | None = None,
    ) -> None:
        self._code = code
        self._error = error
        self._details = details

    def read(self, code: int, message: str, details: Any, *, method: str) -> RpcError | None:
        """The exception, or none where the server means another error by this name."""
        if code != self._code:
            return None
        if self._details is None:
            return self._error(message, details, method=method)
        try:
            adapter = TypeAdapter[Any](self._details())
            read = adapter.validate_json(to_json(details, inf_nan_mode="constants"))
        except (ValidationError, PydanticSerializationError):
            return None
        return self._error(message, read, method=method)


Readers: TypeAlias = Mapping[str, Reader]
