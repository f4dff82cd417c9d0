"""What a client may read in its own token: whom it was issued for. Verifying is the server's."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any, cast

from ._errors import RpcUnauthorizedError
from ._layout import USER_ID


def check_user_id(user_id: str) -> None:
    """Refuse an id that would change who may read the reply channel (W1)."""
    if not USER_ID.fullmatch(user_id):
        raise RpcUnauthorizedError(
            f"The user id {user_id!r} cannot be used: it must match [A-Za-z0-9_.@-]{{1,128}}."
            " Use an id of these characters in the token's sub and here."
        )


def check_token(token: str, user_id: str) -> None:
    """Refuse a token that was not issued for `user_id`; the token itself is never shown."""
    subject = _subject(token)
    if subject != user_id:
        raise RpcUnauthorizedError(
            f"The client was made for user {user_id!r}, its token was issued for {subject!r}."
            " Pass the user id the token's sub names, or ask for a token of this user."
        )


def _subject(token: str) -> str:
    parts = token.split(".")
    if len(parts) != 3:
        raise RpcUnauthorizedError(
            "The token is not a JWT (three parts joined by dots)."
            " Ask the server's TokenIssuer for one."
        )
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims: Any = json.loads(base64.urlsafe_b64decode(padded))
    except (binascii.Error, ValueError) as error:
        # The cause would show a piece of the token.
        raise RpcUnauthorizedError(
            f"The token's claims cannot be read ({type(error).__name__})."
            " Ask the server's TokenIssuer for a new one."
        ) from None
    subject: object = (
        cast("dict[str, Any]", claims).get("sub") if isinstance(claims, dict) else None
    )
    if not isinstance(subject, str):
        raise RpcUnauthorizedError(
            "The token names no user: its claim sub is missing or not a string."
        )
    return subject
