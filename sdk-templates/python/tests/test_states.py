"""What a client says of its connection, and connecting and disconnecting in any order."""

from __future__ import annotations

import asyncio
import logging

import pytest

from runtime._errors import RpcConnectionError, RpcOutcomeUnknownError, RpcUnreachableError
from runtime.rpc_client import CentrifugoRPCClient
from runtime.states import Connected, Connecting, ConnectionState, Disconnected, Reconnecting

from .local_centrifugo import (
    Connection,
    Held,
    Json,
    LocalCentrifugo,
    accept,
    one_by_one,
    refused,
    replied,
    silent,
    token,
)


class Seen:
    """An `on_state` hook that keeps what it was told."""

    def __init__(self) -> None:
        self.states: list[ConnectionState] = []
        self._changed = asyncio.Event()

    def __call__(self, state: ConnectionState) -> None:
        self.states.append(state)
        self._changed.set()

    async def until(self, kind: type[ConnectionState], times: int = 1) -> None:
        while sum(isinstance(state, kind) for state in self.states) < times:
            self._changed.clear()
            await asyncio.wait_for(self._changed.wait(), 10)


def client(centrifugo: LocalCentrifugo, seen: Seen | None = None) -> CentrifugoRPCClient:
    return CentrifugoRPCClient(centrifugo.url, token(), "user-1", on_state=seen)


def state_of(rpc: CentrifugoRPCClient) -> ConnectionState:
    # Type checkers take an attribute that was compared once for unchanged.
    return rpc.state


async def test_every_state_is_told_in_order(centrifugo: LocalCentrifugo) -> None:
    seen = Seen()
    rpc = client(centrifugo, seen)
    assert state_of(rpc) == Disconnected(0, "the client is not connected, call connect() first")
    async with rpc:
        assert state_of(rpc) == Connected()
        centrifugo.connections[0].drop()
        await seen.until(Connected, 2)
    reconnecting = seen.states[2]
    assert isinstance(reconnecting, Reconnecting)
    assert 0.2 - 0.05 < reconnecting.delay <= 0.4
    assert (reconnecting.code, reconnecting.reason) == (1, "transport closed")
    assert seen.states == [
        Connecting(),
        Connected(),
        reconnecting,
        Connected(),
        Disconnected(0, "disconnect() was called"),
    ]
    assert rpc.state is seen.states[-1]


async def test_every_attempt_to_connect_again_is_told(centrifugo: LocalCentrifugo) -> None:
    seen = Seen()
    not_now = refused(100, "internal server error", temporary=True)
    async with client(centrifugo, seen) as rpc:
        centrifugo.handlers["connect"] = one_by_one(not_now, not_now, accept)
        centrifugo.connections[0].drop()
        await seen.until(Connected, 2)
        assert rpc.is_connected
    assert [type(state) for state in seen.states[2:-1]] == [Reconnecting] * 3 + [Connected]


async def test_an_end_for_good_says_why(centrifugo: LocalCentrifugo) -> None:
    seen = Seen()
    async with client(centrifugo, seen) as rpc:
        await centrifugo.connections[0].close(3503, "force disconnect")
        await seen.until(Disconnected)
        state = Disconnected(3503, "Centrifugo ended the connection: 3503 force disconnect.")
        assert state_of(rpc) == state
    assert seen.states == [Connecting(), Connected(), state]


async def test_a_connection_that_was_not_made_says_why(unused_tcp_port: int) -> None:
    seen = Seen()
    url = f"ws://127.0.0.1:{unused_tcp_port}"
    rpc = CentrifugoRPCClient(url, token(), "user-1", on_state=seen)
    with pytest.raises(RpcUnreachableError) as raised:
        await rpc.connect()
    assert seen.states == [Connecting(), Disconnected(0, f"connect() failed: {raised.value}")]


async def test_a_lost_reply_channel_is_a_lost_connection(centrifugo: LocalCentrifugo) -> None:
    seen = Seen()
    subscribe = Held(centrifugo.handlers["subscribe"])
    async with client(centrifugo, seen) as rpc:
        centrifugo.handlers["subscribe"] = subscribe
        unsubscribed = {"code": 2500, "reason": "unsubscribed"}
        await centrifugo.connections[0].send(
            {"push": {"channel": "user#user-1", "unsubscribe": unsubscribed}}
        )
        await seen.until(Reconnecting)
        assert not rpc.is_connected
        subscribe.release()
        await seen.until(Connected, 2)
    assert seen.states[2] == Reconnecting(0.0, 2500, "reply channel: unsubscribed")


async def test_a_failing_hook_is_logged_and_breaks_nothing(
    centrifugo: LocalCentrifugo, caplog: pytest.LogCaptureFixture
) -> None:
    def hook(_state: ConnectionState) -> None:
        raise LookupError("the hook's own mistake")

    caplog.set_level(logging.ERROR)
    centrifugo.handlers["publish"] = replied(lambda _: {"result": 1})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", on_state=hook) as rpc:
        assert await rpc.call("a.b") == 1
    assert caplog.text.count("the on_state hook failed") == 3


async def test_many_connects_make_one_connection_and_share_its_failure(
    centrifugo: LocalCentrifugo,
) -> None:
    async def forbidden(connection: Connection, _body: Json) -> Json | None:
        await connection.close(3500, "invalid token")
        return None

    centrifugo.handlers["connect"] = forbidden
    rpc = client(centrifugo)
    failures = await asyncio.gather(*(rpc.connect() for _ in range(5)), return_exceptions=True)
    assert len({id(failure) for failure in failures}) == 1
    assert isinstance(failures[0], RpcConnectionError)
    assert len(centrifugo.connections) == 1


async def test_the_last_of_connect_and_disconnect_counts(centrifugo: LocalCentrifugo) -> None:
    rpc = client(centrifugo)
    first, _, _ = await asyncio.gather(
        rpc.connect(), rpc.disconnect(), rpc.connect(), return_exceptions=True
    )
    assert isinstance(first, RpcConnectionError)
    assert state_of(rpc) == Connected()
    outcomes = await asyncio.gather(
        rpc.disconnect(), rpc.connect(), rpc.connect(), rpc.disconnect(), return_exceptions=True
    )
    assert [isinstance(outcome, RpcConnectionError) for outcome in outcomes] == [0, 1, 1, 0]
    assert state_of(rpc) == Disconnected(0, "disconnect() was called")


async def test_one_cancelled_connect_does_not_end_the_others(centrifugo: LocalCentrifugo) -> None:
    connect = Held(accept)
    centrifugo.handlers["connect"] = connect
    rpc = client(centrifugo)
    impatient, patient = asyncio.ensure_future(rpc.connect()), asyncio.ensure_future(rpc.connect())
    await centrifugo.until(lambda: bool(centrifugo.connections))
    impatient.cancel()
    await asyncio.wait({impatient})
    connect.release()
    await patient
    assert rpc.is_connected
    await rpc.disconnect()


async def test_a_connect_that_nobody_waits_for_is_given_up(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["connect"] = silent
    rpc = client(centrifugo)
    connects = [asyncio.ensure_future(rpc.connect()) for _ in range(2)]
    await centrifugo.until(lambda: bool(centrifugo.connections))
    for connect in connects:
        connect.cancel()
    await asyncio.wait(connects)
    assert state_of(rpc) == Disconnected(0, "connect() was cancelled")


async def test_connect_waits_for_the_lost_connection(centrifugo: LocalCentrifugo) -> None:
    seen = Seen()
    async with client(centrifugo, seen) as rpc:
        centrifugo.connections[0].drop()
        await seen.until(Reconnecting)
        await rpc.connect()
        assert rpc.is_connected
        assert len(centrifugo.connections) == 2


async def test_connect_says_so_when_the_lost_connection_ends_for_good(
    centrifugo: LocalCentrifugo,
) -> None:
    seen = Seen()
    async with client(centrifugo, seen) as rpc:
        centrifugo.handlers["connect"] = refused(101, "unauthorized")
        centrifugo.connections[0].drop()
        await seen.until(Reconnecting)
        with pytest.raises(RpcConnectionError, match="Not connected: Centrifugo ended"):
            await rpc.connect()


async def test_many_clients_in_one_process(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["publish"] = replied(lambda request: {"result": request["params"]["n"]})
    clients = [client(centrifugo) for _ in range(20)]
    await asyncio.gather(*(rpc.connect() for rpc in clients))
    results = await asyncio.gather(*(rpc.call("a.b", {"n": n}) for n, rpc in enumerate(clients)))
    assert results == list(range(20))
    await asyncio.gather(*(rpc.disconnect() for rpc in clients))


async def test_leaving_the_block_ends_what_it_left_running(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["publish"] = silent
    calls: list[asyncio.Future[object]] = []
    with pytest.raises(LookupError):
        async with client(centrifugo) as rpc:
            calls.append(asyncio.ensure_future(rpc.call("a.b")))
            await centrifugo.until(lambda: bool(centrifugo.sent("publish")))
            raise LookupError
    with pytest.raises(RpcOutcomeUnknownError):
        await calls[0]
