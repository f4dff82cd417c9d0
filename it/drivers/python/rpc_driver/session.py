"""What every scenario has at hand: the shared connection, new ones, and the control endpoint."""

from __future__ import annotations

import asyncio
import json
import os
import urllib.request
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from scenarios_sdk import APIClient, CentrifugoRPCClient

# Seconds. Restarting Centrifugo takes longest.
_CONTROL_LIMIT = 90


@dataclass
class Session:
    """One run of the driver."""

    url: str = field(default_factory=lambda: os.environ["URL"])
    transport: str = field(default_factory=lambda: os.environ["TRANSPORT"])
    user_id: str = field(default_factory=lambda: os.environ["USER_ID"])
    token: str = field(default_factory=lambda: os.environ["TOKEN"], repr=False)

    def __post_init__(self) -> None:
        self.rpc = self.client()
        self.api = APIClient(self.rpc)

    def client(
        self,
        user_id: str | None = None,
        token: str | None = None,
        url: str | None = None,
        timeout: float = 30.0,
        *,
        resend: bool = True,
    ) -> CentrifugoRPCClient:
        """Make a client of its own, like the shared one where nothing else is said."""
        return CentrifugoRPCClient(
            url or self.url,
            self.token if token is None else token,
            self.user_id if user_id is None else user_id,
            transport=cast("Literal['pubsub', 'rpc']", self.transport),
            timeout=timeout,
            resend=resend,
        )

    async def control(self, action: str, **body: str) -> dict[str, Any]:
        """Ask for something outside this program; answers once it is done."""
        return await asyncio.to_thread(_post, f"{os.environ['CONTROL_URL']}/{action}", body)


def _post(url: str, body: dict[str, str]) -> dict[str, Any]:
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=_CONTROL_LIMIT) as response:
        return cast("dict[str, Any]", json.load(response))
