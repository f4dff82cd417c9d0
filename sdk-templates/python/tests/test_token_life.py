"""Fresh tokens: before the old one's time is over, after it, and when there are none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import pytest

from runtime._errors import (
    RpcConnectionError,
    RpcOutcomeUnknownError,
    RpcUnauthorizedError,
)
from runtime.rpc_client import CentrifugoRPCClient
from runtime.states import Disconnected

from .local_centrifugo import (
    LocalCentrifugo,
    accept,
    accept_for,
    acknowledged,
    one_by_one,
    refused,
    replied,
    token,
)

SECOND = token() + "2"


def client(
    centrifugo: LocalCentrifugo, get_token: Callable[[], Awaitable[str]]
) -> CentrifugoRPCClient:
    return CentrifugoRPCClient(centrifugo.url, token(), "user-1", get_token=get_token)


@pytest.fixture
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    # centrifuge-python's own wait between two requests for a token.
    monkeypatch.setattr("centrifuge.client._REFRESH_RETRY_MIN_DELAY", 0.05)
    monkeypatch.setattr("centrifuge.client._REFRESH_RETRY_MAX_DELAY", 0.1)


async def test_a_fresh_token_neither_drops_the_connection_nor_fails_a_call(
    centrifugo: LocalCentrifugo,
) -> None:
    async def get_token() -> str:
        return SECOND

    centrifugo.handlers["connect"] = accept_for(1)
    centrifugo.handlers["publish"] = acknowledged
    async with client(centrifugo, get_token) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent("refresh")))
        request = centrifugo.sent("publish")[0]["data"]
        reply = {"correlation_id": request["correlation_id"], "result": "undisturbed"}
        await centrifugo.connections[0].push("user#user-1", reply)
        assert await call == "undisturbed"
    assert centrifugo.sent("refresh") == [{"token": SECOND}]
    assert len(centrifugo.connections) == len(centrifugo.sent("publish")) == 1


@pytest.mark.usefixtures("quick_retries")
async def test_a_provider_that_fails_is_asked_again(
    centrifugo: LocalCentrifugo, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[int] = []

    async def get_token() -> str:
        asked.append(1)
        if len(asked) < 3:
            raise LookupError("no session " + SECOND)
        return SECOND

    caplog.set_level(logging.DEBUG)
    centrifugo.handlers["connect"] = accept_for(1)
    async with client(centrifugo, get_token):
        await centrifugo.until(lambda: bool(centrifugo.sent("refresh")))
    assert caplog.text.count("no fresh token (LookupError), asking for one again") == 2
    assert SECOND not in caplog.text
    assert len(centrifugo.connections) == 1


async def test_a_provider_that_says_unauthorized_ends_everything(
    centrifugo: LocalCentrifugo, caplog: pytest.LogCaptureFixture
) -> None:
    async def get_token() -> str:
        raise RpcUnauthorizedError("The session has ended: log in again.")

    centrifugo.handlers["connect"] = accept_for(1)
    async with client(centrifugo, get_token) as rpc:
        with pytest.raises(RpcOutcomeUnknownError) as raised:
            await rpc.call("a.b")
        assert rpc.state == Disconnected(0, "The session has ended: log in again.")
    assert raised.value.message == (
        "outcome unknown: The session has ended: log in again; repeat the call only if that is safe"
    )
    assert "connection to Centrifugo ended: The session has ended: log in again." in caplog.text
    assert len(centrifugo.connections) == 1


async def test_a_token_that_ran_out_while_disconnected_is_replaced(
    centrifugo: LocalCentrifugo,
) -> None:
    asked: list[int] = []

    async def get_token() -> str:
        asked.append(1)
        if len(asked) == 1:
            raise LookupError
        return SECOND

    centrifugo.handlers["publish"] = one_by_one(acknowledged, replied(lambda _: {"result": 1}))
    async with client(centrifugo, get_token) as rpc:
        centrifugo.handlers["connect"] = one_by_one(refused(109, "token expired"), accept)
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent("publish")))
        centrifugo.connections[0].drop()
        assert await call == 1
    assert centrifugo.connections[-1].token == SECOND
    assert len(asked) == 2


async def test_without_a_provider_a_token_that_ran_out_is_the_end(
    centrifugo: LocalCentrifugo,
) -> None:
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        centrifugo.handlers["connect"] = refused(109, "token expired")
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent("publish")))
        centrifugo.connections[0].drop()
        with pytest.raises(RpcOutcomeUnknownError, match="unauthorized"):
            await call
        assert isinstance(rpc.state, Disconnected)


async def test_disconnect_does_not_wait_for_the_provider(centrifugo: LocalCentrifugo) -> None:
    asked = asyncio.Event()

    async def get_token() -> str:
        asked.set()
        await asyncio.get_running_loop().create_future()
        raise AssertionError

    centrifugo.handlers["connect"] = accept_for(1)
    async with client(centrifugo, get_token):
        await asyncio.wait_for(asked.wait(), 10)
    rpc = CentrifugoRPCClient(centrifugo.url, "", "user-1", get_token=get_token)
    asked.clear()
    connecting = asyncio.ensure_future(rpc.connect())
    await asyncio.wait_for(asked.wait(), 10)
    await rpc.disconnect()
    with pytest.raises(RpcConnectionError, match="while connecting"):
        await connecting


async def test_a_provider_that_never_answers_has_failed(
    centrifugo: LocalCentrifugo, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def get_token() -> str:
        await asyncio.get_running_loop().create_future()
        raise AssertionError

    monkeypatch.setattr("runtime._centrifugo._TOKEN_WITHIN", 0.1)
    rpc = CentrifugoRPCClient(centrifugo.url, "", "user-1", get_token=get_token)
    with pytest.raises(RpcConnectionError, match=r"token provider failed \(TimeoutError\)"):
        await rpc.connect()
