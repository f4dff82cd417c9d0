"""Everything an RPC call or a connection can fail with."""

from __future__ import annotations

from functools import partial
from typing import Any


class RpcConnectionError(ConnectionError):
    """The client cannot connect, or the connection ended for good.

    `code` is Centrifugo's error or disconnect code where it gave one.
    """

    def __init__(self, message: str, code: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


class RpcUnauthorizedError(RpcConnectionError):
    """The token was refused: invalid, expired, or issued for another user."""


class RpcUnreachableError(RpcConnectionError):
    """Nothing answered at the address in time."""


class RpcTlsError(RpcConnectionError):
    """The TLS handshake failed."""


class RpcOriginError(RpcConnectionError):
    """The server refused the origin of the connection."""


class RpcUnsupportedServerError(RpcConnectionError):
    """Something answered that is not a Centrifugo this SDK can talk to."""


class RpcError(ValueError):
    """A call failed: the server said so, or the client did (then a subclass tells how).

    `code` and `name` identify the error, `message` is its sentence, `details` its data if any.
    """

    def __init__(
        self, code: int, name: str, message: str, details: Any = None, *, method: str
    ) -> None:
        where = f"{method}: " if method else ""
        super().__init__(f"{where}{message} [{code} {name}]")
        self.code = code
        self.name = name
        self.message = message
        self.details = details
        self.method = method

    def __reduce__(self) -> tuple[Any, ...]:
        arguments = (self.code, self.name, self.message, self.details)
        return partial(type(self), method=self.method), arguments


class RpcTimeoutError(RpcError, TimeoutError):
    """No answer in time. The server may still have run the call."""


class RpcNotSentError(RpcError):
    """The call never left: the server has not seen it, repeating it is safe."""


class RpcOutcomeUnknownError(RpcError):
    """The call left, its end is unknown: repeat it only if that is safe."""


class RpcTooLargeError(RpcError):
    """The request does not fit into one frame, and was not sent."""


class RpcDecodeError(RpcError):
    """The reply does not fit the contract; the cause says where."""
