"""Calls the scenario server with Centrifugo's own Python client, as somebody without our SDK would."""

import asyncio
import json
import os
import urllib.request
from typing import Any

from centrifuge import (
    Client,
    ClientEventHandler,
    PublicationContext,
    ReplyError,
    SubscriptionEventHandler,
)

LIMIT_SECONDS = 10


class Replies(SubscriptionEventHandler):
    """Keeps what is published on the reply channel."""

    def __init__(self) -> None:
        self.arrived: asyncio.Queue[Any] = asyncio.Queue()

    async def on_publication(self, ctx: PublicationContext) -> None:
        await self.arrived.put(ctx.pub.data)


def answer(scenario: str, outcome: dict[str, Any]) -> None:
    print(json.dumps({"scenario": scenario, **outcome}), flush=True)


def token_of_nobody() -> str:
    request = urllib.request.Request(
        os.environ["CONTROL_URL"] + "/token", json.dumps({"user": "", "kind": "valid"}).encode(), method="POST"
    )
    with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as response:
        token: str = json.load(response)["token"]
        return token


async def anonymous_calls(token: str) -> None:
    client = Client(os.environ["URL"], events=ClientEventHandler(), token=token)
    await client.connect()
    await client.ready()

    result = await client.rpc("calls.who_am_i", {})
    answer("an anonymous call", {"result": result.data})

    try:
        await client.rpc("calls.same", {"value": 42})
    except ReplyError as refused:
        answer("an anonymous call of a method for users", {"error": {"code": refused.code}})

    envelope = {"correlation_id": "c-2", "method": "calls.who_am_i", "params": {}}
    try:
        await client.publish(os.environ["REQUEST_CHANNEL"], envelope)
    except ReplyError as refused:
        answer("an anonymous publication", {"error": {"code": refused.code}})

    await client.disconnect()


async def main() -> None:
    client = Client(os.environ["URL"], events=ClientEventHandler(), token=os.environ["TOKEN"])
    await client.connect()
    await client.ready()

    result = await client.rpc("calls.same", {"value": 42})
    answer("a raw call", {"result": result.data})

    try:
        await client.rpc("calls.same", {"value": "seven"})
    except ReplyError as refused:
        answer("a raw call with wrong params", {"error": {"code": refused.code}})

    reply_channel = os.environ["REPLY_CHANNEL"]
    replies = Replies()
    subscription = client.new_subscription(reply_channel, events=replies)
    await subscription.subscribe()
    await subscription.ready()
    envelope = {"correlation_id": "c-1", "method": "calls.same", "params": {"value": 43}, "reply_to": reply_channel}
    await client.publish(os.environ["REQUEST_CHANNEL"], envelope)
    reply = await asyncio.wait_for(replies.arrived.get(), LIMIT_SECONDS)
    answer("a published envelope", {"result": reply})

    await client.disconnect()
    await anonymous_calls(token_of_nobody())


asyncio.run(main())
