"""Cancelling reaches the server, once, and never holds up the caller (W6)."""

from __future__ import annotations

import asyncio

import pytest

from runtime._envelope import Transport
from runtime._errors import RpcTimeoutError
from runtime.rpc_client import CentrifugoRPCClient

from .local_centrifugo import (
    Connection,
    Held,
    Json,
    LocalCentrifugo,
    accept,
    acknowledged,
    replied,
    silent,
    token,
)

BOTH = pytest.mark.parametrize(("transport", "command"), [("pubsub", "publish"), ("rpc", "rpc")])


def client(centrifugo: LocalCentrifugo, transport: Transport) -> CentrifugoRPCClient:
    return CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport)


def cancels(centrifugo: LocalCentrifugo) -> list[Json]:
    published = [sent for sent in centrifugo.sent("publish") if "cancel" in sent["data"]]
    called = [sent for sent in centrifugo.sent("rpc") if sent["method"] == "system.cancel"]
    return published + called


async def unanswered(_connection: Connection, body: Json) -> Json | None:
    return {"rpc": {}} if body.get("method") == "system.cancel" else None


@BOTH
async def test_the_server_is_told_and_the_caller_gets_its_own_cancellation(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = unanswered
    async with client(centrifugo, transport) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent(command)))
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await centrifugo.until(lambda: bool(cancels(centrifugo)))
        request = centrifugo.sent(command)[0]["data"]
        correlation_id = request["correlation_id"]
        assert cancels(centrifugo) == [
            {
                "channel": "rpc.requests",
                "data": {"correlation_id": correlation_id, "cancel": True},
            }
            if transport == "pubsub"
            else {"method": "system.cancel", "data": {"correlation_id": correlation_id}}
        ]
        centrifugo.handlers[command] = replied(lambda _: {"result": "still fine"})
        assert await rpc.call("a.b") == "still fine"


@BOTH
async def test_a_disconnect_right_after_does_not_keep_it_from_the_server(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = silent
    async with client(centrifugo, transport) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent(command)))
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    await centrifugo.until(lambda: bool(cancels(centrifugo)))


@BOTH
async def test_what_was_never_written_is_not_cancelled_there(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    connect = Held(accept)
    async with client(centrifugo, transport) as rpc:
        centrifugo.handlers["connect"] = connect
        centrifugo.connections[0].drop()
        await centrifugo.until(lambda: len(centrifugo.connections) == 2)
        call = asyncio.ensure_future(rpc.call("a.b"))
        await asyncio.wait({call}, timeout=0)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        connect.release()
        centrifugo.handlers[command] = replied(lambda _: {"result": 1})
        assert await rpc.call("a.b") == 1
    assert len(centrifugo.sent(command)) == 1


@BOTH
async def test_cancelling_while_connecting_again_sends_nothing(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = silent
    async with client(centrifugo, transport) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent(command)))
        centrifugo.connections[0].drop()
        await centrifugo.until(lambda: len(centrifugo.connections) == 2)
        assert not rpc.is_connected
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        centrifugo.handlers[command] = replied(lambda _: {"result": 1})
        assert await rpc.call("a.b") == 1
    assert cancels(centrifugo) == []


@BOTH
async def test_a_deadline_is_the_servers_own_business(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = acknowledged if command == "publish" else silent
    async with client(centrifugo, transport) as rpc:
        with pytest.raises(RpcTimeoutError):
            await rpc.call("a.b", timeout=0.3)
        centrifugo.handlers[command] = replied(lambda _: {"result": 1})
        assert await rpc.call("a.b") == 1
    assert cancels(centrifugo) == []


@BOTH
async def test_a_timeout_of_asyncio_cancels_too(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = unanswered
    async with client(centrifugo, transport) as rpc:
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(rpc.call("a.b"), 0.2)
        await centrifugo.until(lambda: bool(cancels(centrifugo)))
