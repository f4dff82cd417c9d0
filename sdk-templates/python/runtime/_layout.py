"""Channel names, and who may have one (W1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Layout = Literal["plain", "namespaced"]

USER_ID: Final = re.compile(r"[A-Za-z0-9_.@-]{1,128}", re.ASCII)


@dataclass(frozen=True)
class Channels:
    """The two channels of one user."""

    requests: str
    replies: str


def channels(layout: Layout, user_id: str) -> Channels:
    """The channels of `user_id` in `layout`."""
    if layout == "plain":
        return Channels("rpc.requests", f"user#{user_id}")
    return Channels("rpc:requests", f"rpcreply:user#{user_id}")
