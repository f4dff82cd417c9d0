"""Why a connection could not be made, or ended: from what the socket or Centrifugo said."""

from __future__ import annotations

import re
import ssl
from typing import Final

from ._errors import (
    RpcConnectionError,
    RpcOriginError,
    RpcTlsError,
    RpcUnauthorizedError,
    RpcUnreachableError,
    RpcUnsupportedServerError,
)

OLDEST_SERVER: Final = (6, 9)
"""Below it a client can forge headers towards the RPC server."""

_UNAUTHORIZED: Final = {1, 101, 109, 3500, 3507}


def transport_failure(url: str, error: Exception) -> RpcConnectionError:
    """The failure of opening the WebSocket at `url`."""
    status = getattr(getattr(error, "response", None), "status_code", None)
    if isinstance(error, ssl.SSLError):
        return RpcTlsError(
            f"The TLS handshake with {url} failed: {error}."
            " Check the certificate and whom this machine trusts."
        )
    if status == 403:
        return RpcOriginError(
            f"{url} refused the connection with HTTP 403:"
            " add this client's origin to Centrifugo's client.allowed_origins."
        )
    if isinstance(status, int) and status < 500:
        return RpcUnsupportedServerError(
            f"{url} answered HTTP {status} instead of opening a WebSocket:"
            " the address of Centrifugo ends in /connection/websocket."
        )
    if isinstance(error, (OSError, TimeoutError)) or isinstance(status, int):
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return RpcUnreachableError(
            f"Nothing usable answers at {url} ({what}). Is Centrifugo running there?"
        )
    return RpcUnsupportedServerError(
        f"What answers at {url} is not a WebSocket server ({type(error).__name__}: {error})."
    )


def disconnected(code: int, reason: str) -> RpcConnectionError:
    """The failure behind a disconnect that Centrifugo means for good."""
    text = f"Centrifugo ended the connection: {code} {reason}."
    if code in _UNAUTHORIZED:
        return RpcUnauthorizedError(
            f"{text} Get a new token from the server's TokenIssuer,"
            " signed with Centrifugo's client.token.hmac_secret_key.",
            code,
        )
    return RpcConnectionError(text, code)


def subscription_refused(channel: str, code: int, reason: str) -> RpcConnectionError:
    """The failure of listening on the reply channel."""
    return RpcConnectionError(
        f"Centrifugo refused the reply channel {channel}: {code} {reason}."
        " Check allow_user_limited_channels, and that client and server use the same layout.",
        code,
    )


def unsupported_version(version: str) -> RpcUnsupportedServerError | None:
    """The failure for a Centrifugo older than this SDK takes; unreadable versions pass."""
    match = re.match(r"v?(\d+)\.(\d+)\.", version)
    if match is None:
        return None
    found = (int(match[1]), int(match[2]))
    # A Centrifugo built from source without a version calls itself 0.0.0.
    if found == (0, 0) or found >= OLDEST_SERVER:
        return None
    return RpcUnsupportedServerError(
        f"Centrifugo {version} is too old: this SDK needs 6.9.0 or later."
    )
