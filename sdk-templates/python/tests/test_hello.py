"""The client asks the server once whether both were built of the same contract (W8)."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable

import pytest

from runtime import _fingerprints
from runtime._contract import CONTRACT_HASH
from runtime._envelope import Transport
from runtime._errors import RpcConnectionError, RpcUnsupportedServerError
from runtime._hello import pieces
from runtime.rpc_client import CentrifugoRPCClient
from runtime.states import Disconnected

from .local_centrifugo import Answer, Json, LocalCentrifugo, replied, silent, token

TRANSPORTS = pytest.mark.parametrize("transport", ["pubsub", "rpc"])


def client(
    centrifugo: LocalCentrifugo, transport: Transport = "pubsub", *, strict: bool = False
) -> CentrifugoRPCClient:
    return CentrifugoRPCClient(
        centrifugo.url, token(), "user-1", transport=transport, strict=strict
    )


def server_with(methods: dict[str, str]) -> Answer:
    """Answer as our server does: missing and different are lists where methods were sent."""

    def answer(request: Json) -> Json:
        asked: Json = request["params"]
        result: Json = {"same": asked["contract_hash"] == "of the server"}
        if "methods" in asked:
            sent: dict[str, str] = asked["methods"]
            result["missing"] = [name for name in sent if name not in methods]
            result["different"] = [
                name for name in sent if methods.get(name, sent[name]) != sent[name]
            ]
        return {"result": result}

    return replied(answer)


def fingerprints(names: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(names, "00000000")


async def compared() -> None:
    """Wait for what runs beside the calls."""
    (comparing,) = (task for task in asyncio.all_tasks() if "_compare " in repr(task.get_coro()))
    await asyncio.wait({comparing}, timeout=10)
    assert comparing.done()


@TRANSPORTS
async def test_the_hash_is_sent_once_and_nothing_is_said_where_it_is_the_same(
    centrifugo: LocalCentrifugo, transport: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    rpc = client(centrifugo, transport)
    async with rpc:
        await compared()
    await rpc.connect()
    await rpc.disconnect()
    assert centrifugo.hellos == [{"contract_hash": CONTRACT_HASH}]
    assert [
        record for record in caplog.records if record.name == "runtime" and record.levelno > 20
    ] == []


@TRANSPORTS
async def test_what_differs_is_named_once(
    centrifugo: LocalCentrifugo,
    transport: Transport,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = fingerprints(["same", "changed", *(f"gone{n:02}" for n in range(12))])
    monkeypatch.setattr(_fingerprints, "FINGERPRINTS", mine)
    centrifugo.hello = server_with({"same": "00000000", "changed": "11111111", "new": "22222222"})
    async with client(centrifugo, transport):
        await compared()
        centrifugo.connections[0].drop()
        await centrifugo.until(lambda: len(centrifugo.connections) == 2)
    warnings = [r.message for r in caplog.records if "contract" in r.message]
    (warning,) = warnings
    assert warning == (
        "This SDK and the server were built of different contracts: the server does not have"
        " gone00, gone01, gone02, gone03, gone04, gone05, gone06, gone07, gone08, gone09 and 2"
        " more; the server has other types for changed. Generate the SDK again, or deploy the"
        " server that it was generated from."
    )


async def test_a_server_that_only_has_more_is_no_reason_to_warn(
    centrifugo: LocalCentrifugo,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_fingerprints, "FINGERPRINTS", fingerprints(["same"]))
    centrifugo.hello = server_with(fingerprints(["same", "new"]))
    async with client(centrifugo):
        await compared()
    assert len(centrifugo.hellos) == 2
    assert "contract" not in caplog.text


async def test_three_thousand_methods_go_in_pieces(
    centrifugo: LocalCentrifugo,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = fingerprints(f"module{n % 40}.method_number_{n}" for n in range(3000))
    monkeypatch.setattr(_fingerprints, "FINGERPRINTS", mine)
    centrifugo.hello = server_with({})
    async with client(centrifugo):
        await compared()
    sent = [hello["methods"] for hello in centrifugo.hellos[1:]]
    assert {name: print_ for piece in sent for name, print_ in piece.items()} == mine
    assert all(len(json.dumps(piece)) <= 32 * 1024 for piece in sent)
    assert len(sent) == 4
    assert "and 2990 more." in caplog.text


def test_a_name_longer_than_a_piece_is_a_piece() -> None:
    assert list(pieces({})) == []
    assert list(pieces({"a": "0", "b" * 40_000: "0", "c": "0"})) == [
        {"a": "0"},
        {"b" * 40_000: "0"},
        {"c": "0"},
    ]


@TRANSPORTS
async def test_a_server_without_hello_is_left_in_peace(
    centrifugo: LocalCentrifugo, transport: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    error = {"code": 404, "name": "method_not_found", "message": "no system.hello"}
    centrifugo.hello = replied(lambda _: {"error": error})
    async with client(centrifugo, transport):
        await compared()
    said = [r for r in caplog.records if "asked for its contract" in r.message]
    assert [record.levelno for record in said] == [logging.DEBUG]


@TRANSPORTS
async def test_it_delays_no_call_and_no_disconnect(
    centrifugo: LocalCentrifugo, transport: Transport
) -> None:
    centrifugo.hello = silent
    command = "publish" if transport == "pubsub" else "rpc"
    centrifugo.handlers[command] = replied(lambda _: {"result": 1})
    async with client(centrifugo, transport) as rpc:
        assert await rpc.call("a.b") == 1
    assert len(centrifugo.sent(command)) == 1


@TRANSPORTS
async def test_strict_connects_to_its_own_contract_only(
    centrifugo: LocalCentrifugo, transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_fingerprints, "FINGERPRINTS", fingerprints(["gone"]))
    same = centrifugo.hello
    centrifugo.hello = server_with({})
    rpc = client(centrifugo, transport, strict=True)
    with pytest.raises(RpcUnsupportedServerError) as raised:
        await rpc.connect()
    assert str(raised.value) == (
        "This SDK and the server were built of different contracts: the server does not have gone."
        " Generate the SDK again, or deploy the server that it was generated from."
    )
    assert rpc.state == Disconnected(0, f"connect() failed: {raised.value}")
    centrifugo.hello = same
    async with rpc:
        assert rpc.is_connected


async def test_strict_does_not_guess(centrifugo: LocalCentrifugo) -> None:
    centrifugo.hello = replied(lambda _: {"error": {"code": 404, "message": "no system.hello"}})
    with pytest.raises(RpcUnsupportedServerError) as raised:
        await client(centrifugo, strict=True).connect()
    assert str(raised.value) == (
        "The server could not be asked for its contract (no system.hello)."
    )


async def test_a_strict_connect_can_be_given_up(centrifugo: LocalCentrifugo) -> None:
    centrifugo.hello = silent
    rpc = client(centrifugo, strict=True)
    connecting = asyncio.ensure_future(rpc.connect())
    await centrifugo.until(lambda: bool(centrifugo.hellos))
    await rpc.disconnect()
    with pytest.raises(RpcConnectionError) as raised:
        await connecting
    assert str(raised.value) == "Not connected: disconnect() was called."
    connecting = asyncio.ensure_future(rpc.connect())
    await centrifugo.until(lambda: len(centrifugo.hellos) == 2)
    connecting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await connecting
    assert not rpc.is_connected
