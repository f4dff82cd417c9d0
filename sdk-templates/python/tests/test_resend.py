"""Sending again (W7): when, with what, and how a call ends when that did not help."""

from __future__ import annotations

import asyncio
import random
import re
import time
from typing import Any

import pytest

from runtime import _exchange
from runtime._envelope import Age, Transport
from runtime._errors import (
    RpcError,
    RpcNotSentError,
    RpcOutcomeUnknownError,
    RpcTimeoutError,
    RpcTooLargeError,
)
from runtime._pending import PendingCalls
from runtime.rpc_client import CentrifugoRPCClient

from .local_centrifugo import (
    Answer,
    Connection,
    Held,
    Json,
    LocalCentrifugo,
    accept,
    acknowledged,
    cut,
    one_by_one,
    refused,
    replied,
    silent,
    token,
)

BOTH = pytest.mark.parametrize(("transport", "command"), [("pubsub", "publish"), ("rpc", "rpc")])
done = replied(lambda _: {"result": "done"})


def client(
    centrifugo: LocalCentrifugo, transport: Transport = "pubsub", *, resend: bool = True
) -> CentrifugoRPCClient:
    return CentrifugoRPCClient(
        centrifugo.url, token(), "user-1", transport=transport, resend=resend
    )


@BOTH
async def test_a_request_is_sent_again_after_a_cut(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = one_by_one(cut, done)
    params: dict[str, Any] = {"x": [1, 0.1, "é"]}
    async with client(centrifugo, transport) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b", params, timeout=20))
        await centrifugo.until(lambda: bool(centrifugo.sent(command)))
        params["x"].append("changed by the caller")
        assert await call == "done"
    first, second = (sent["data"] for sent in centrifugo.sent(command))
    assert first["correlation_id"] == second["correlation_id"]
    assert first["params"] == second["params"] == {"x": [1, 0.1, "é"]}
    assert "attempt" not in first
    assert second["attempt"] == 2
    # Between two connections lies the shortest wait there is.
    assert 200 <= second["age_ms"] < 20_000
    assert first["timeout_ms"] - second["timeout_ms"] in range(
        second["age_ms"] - 2, second["age_ms"] + 3
    )


async def test_an_acknowledged_request_is_sent_again_after_a_cut(
    centrifugo: LocalCentrifugo,
) -> None:
    centrifugo.handlers["publish"] = one_by_one(acknowledged, done)
    async with client(centrifugo) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent("publish")))
        centrifugo.connections[0].drop()
        assert await call == "done"
    assert centrifugo.sent("publish")[1]["data"]["attempt"] == 2


async def test_a_recovered_reply_comes_before_sending_again(centrifugo: LocalCentrifugo) -> None:
    async def recovered(_connection: Connection, _body: Json) -> Json | None:
        request = centrifugo.sent("publish")[0]["data"]
        reply = {"correlation_id": request["correlation_id"], "result": "recovered"}
        publication = {"data": reply, "offset": 1}
        return {
            "subscribe": {"recoverable": True, "recovered": True, "publications": [publication]}
        }

    async with client(centrifugo) as rpc:
        centrifugo.handlers["subscribe"] = recovered
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent("publish")))
        centrifugo.connections[0].drop()
        assert await call == "recovered"
    assert len(centrifugo.sent("publish")) == 1


@BOTH
async def test_centrifugos_error_100_is_sent_again_after_a_while(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    proxy_failed = refused(100, "internal server error", temporary=True)
    centrifugo.handlers[command] = one_by_one(proxy_failed, proxy_failed, done)
    async with client(centrifugo, transport) as rpc:
        assert await rpc.call("a.b") == "done"
    attempts = [sent["data"].get("attempt", 1) for sent in centrifugo.sent(command)]
    assert attempts == [1, 2, 3]
    assert len(centrifugo.connections) == 1


async def test_a_request_nobody_acknowledges_is_sent_again(
    centrifugo: LocalCentrifugo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_exchange, "_ACKNOWLEDGED_WITHIN", 0.1)
    centrifugo.handlers["publish"] = one_by_one(silent, done)
    async with client(centrifugo) as rpc:
        assert await rpc.call("a.b") == "done"
    assert centrifugo.sent("publish")[1]["data"]["attempt"] == 2


@BOTH
async def test_what_was_not_written_is_sent_for_the_first_time(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = done
    connect = Held(accept)
    async with client(centrifugo, transport, resend=False) as rpc:
        centrifugo.handlers["connect"] = connect
        centrifugo.connections[0].drop()
        await centrifugo.until(lambda: len(centrifugo.connections) == 2)
        call = asyncio.ensure_future(rpc.call("a.b"))
        await asyncio.wait({call}, timeout=0)
        connect.release()
        assert await call == "done"
    assert [("attempt" in sent["data"]) for sent in centrifugo.sent(command)] == [False]


@BOTH
@pytest.mark.parametrize("code", [111, 429, 503])
async def test_a_refusal_of_the_repetition_says_nothing_of_the_call(
    centrifugo: LocalCentrifugo, transport: Transport, command: str, code: int
) -> None:
    busy = refused(code, "busy") if command == "publish" or code == 111 else _fails(code)
    centrifugo.handlers[command] = one_by_one(cut, busy, done)
    async with client(centrifugo, transport) as rpc:
        assert await rpc.call("a.b") == "done"
        centrifugo.handlers[command] = one_by_one(cut, busy)
        with pytest.raises(RpcOutcomeUnknownError):
            await rpc.call("a.b", timeout=1)


@BOTH
async def test_a_refusal_of_the_first_sending_surfaces(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = (
        refused(503, "shutting down") if command == "publish" else _fails(503)
    )
    async with client(centrifugo, transport) as rpc:
        with pytest.raises(RpcError) as raised:
            await rpc.call("a.b")
    assert (type(raised.value), raised.value.code) == (RpcError, 503)
    assert len(centrifugo.sent(command)) == 1


@BOTH
async def test_centrifugos_refusal_of_the_repetition_leaves_the_outcome_unknown(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = one_by_one(cut, refused(103, "permission denied"))
    async with client(centrifugo, transport) as rpc:
        with pytest.raises(RpcOutcomeUnknownError, match="103 permission denied"):
            await rpc.call("a.b")


def test_a_clock_that_is_put_forward_or_stands_still_makes_no_call_younger(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    age = Age()
    wall, monotonic = time.time(), time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: monotonic)
    monkeypatch.setattr(time, "time", lambda: wall + 90)
    assert 90_000 <= age.milliseconds() <= 91_000
    monkeypatch.setattr(time, "monotonic", lambda: monotonic + 5)
    monkeypatch.setattr(time, "time", lambda: wall - 3600)
    assert 5_000 <= age.milliseconds() <= 6_000


def _fails(code: int) -> Answer:
    return replied(lambda _: {"error": {"code": code, "name": "busy", "message": "busy"}})


@BOTH
async def test_410_is_an_unknown_outcome(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = one_by_one(cut, _fails(410))
    async with client(centrifugo, transport) as rpc:
        with pytest.raises(RpcOutcomeUnknownError, match="busy"):
            await rpc.call("a.b")


@BOTH
async def test_without_an_answer_to_any_sending_the_outcome_is_unknown(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = refused(100, "internal server error")
    async with client(centrifugo, transport) as rpc:
        with pytest.raises(RpcOutcomeUnknownError) as raised:
            await rpc.call("a.b", timeout=0.5)
    assert str(raised.value) == (
        "a.b: outcome unknown: Centrifugo got no answer from the RPC server (its error 100),"
        " and no reply came within 0.5 s; repeat the call only if that is safe"
        " [410 outcome_unknown]"
    )
    assert len(centrifugo.sent(command)) > 1


@BOTH
async def test_the_deadline_passes_while_connecting_again(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = cut
    async with client(centrifugo, transport) as rpc:
        centrifugo.handlers["connect"] = silent
        with pytest.raises(RpcOutcomeUnknownError) as raised:
            await rpc.call("a.b", timeout=0.5)
    assert str(raised.value) == (
        "a.b: outcome unknown: the connection was lost, and no reply came within 0.5 s;"
        " repeat the call only if that is safe [410 outcome_unknown]"
    )


async def test_without_an_acknowledgement_the_outcome_is_unknown(
    centrifugo: LocalCentrifugo,
) -> None:
    centrifugo.handlers["publish"] = silent
    async with client(centrifugo) as rpc:
        with pytest.raises(RpcOutcomeUnknownError, match=r"did not acknowledge.*within 0\.1 s"):
            await rpc.call("a.b", timeout=0.1)


@BOTH
async def test_disconnect_ends_a_call_between_two_sendings(
    centrifugo: LocalCentrifugo, transport: Transport, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def longest(_low: float, _high: float) -> float:
        return 20.0

    monkeypatch.setattr(random, "uniform", longest)
    centrifugo.handlers[command] = refused(100, "internal server error")
    async with client(centrifugo, transport) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent(command)))
    with pytest.raises(RpcOutcomeUnknownError, match=r"disconnect\(\) was called"):
        await call


@BOTH
async def test_disconnect_ends_a_call_while_connecting_again(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = cut
    async with client(centrifugo, transport) as rpc:
        centrifugo.handlers["connect"] = silent
        written = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: len(centrifugo.connections) == 2)
        unwritten = asyncio.ensure_future(rpc.call("a.b"))
    with pytest.raises(RpcOutcomeUnknownError, match=r"disconnect\(\) was called"):
        await written
    with pytest.raises(RpcNotSentError, match=r"disconnect\(\) was called"):
        await unwritten


@BOTH
async def test_a_connection_that_ends_for_good_ends_the_call(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    async def token_is_bad(connection: Connection, _body: Json) -> Json | None:
        await connection.close(3500, "invalid token")
        return None

    centrifugo.handlers[command] = cut
    async with client(centrifugo, transport) as rpc:
        centrifugo.handlers["connect"] = token_is_bad
        with pytest.raises(RpcOutcomeUnknownError, match="3500 invalid token"):
            await rpc.call("a.b")


async def test_without_resending_rpc_ends_at_once_after_a_cut(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["rpc"] = cut
    async with client(centrifugo, "rpc", resend=False) as rpc:
        with pytest.raises(RpcOutcomeUnknownError) as raised:
            await rpc.call("a.b")
    assert str(raised.value) == (
        "a.b: outcome unknown: the connection was lost before the reply came;"
        " repeat the call only if that is safe [410 outcome_unknown]"
    )


async def test_without_resending_pubsub_still_takes_the_reply_after_a_cut(
    centrifugo: LocalCentrifugo,
) -> None:
    centrifugo.handlers["publish"] = cut
    async with client(centrifugo, resend=False) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: len(centrifugo.sent("subscribe")) == 2)
        request = centrifugo.sent("publish")[0]["data"]
        reply = {"correlation_id": request["correlation_id"], "result": "late but here"}
        await centrifugo.connections[1].push("user#user-1", reply)
        assert await call == "late but here"
    assert len(centrifugo.sent("publish")) == 1


async def test_without_resending_pubsub_does_not_know_after_a_cut(
    centrifugo: LocalCentrifugo,
) -> None:
    centrifugo.handlers["publish"] = cut
    async with client(centrifugo, resend=False) as rpc:
        with pytest.raises(RpcOutcomeUnknownError, match="the connection was lost, and no reply"):
            await rpc.call("a.b", timeout=1)
    assert len(centrifugo.sent("publish")) == 1


@BOTH
async def test_without_resending_error_100_is_an_unknown_outcome(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = refused(100, "internal server error")
    async with client(centrifugo, transport, resend=False) as rpc:
        with pytest.raises(RpcOutcomeUnknownError) as raised:
            await rpc.call("a.b")
    assert str(raised.value) == (
        "a.b: outcome unknown: Centrifugo got no answer from the RPC server (its error 100);"
        " repeat the call only if that is safe [410 outcome_unknown]"
    )


@pytest.mark.parametrize(
    ("transport", "command", "setting"),
    [("pubsub", "publish", "channel.proxy.publish.timeout"), ("rpc", "rpc", "rpc.proxy.timeout")],
)
async def test_error_100_near_the_proxys_limit_names_the_setting(
    centrifugo: LocalCentrifugo, transport: Transport, command: str, setting: str
) -> None:
    async def waits_in_vain(connection: Connection, _body: Json) -> Json | None:
        loop = asyncio.get_running_loop()
        passed = loop.create_future()
        loop.call_later(1, passed.set_result, None)
        await passed
        return await refused(100, "internal server error")(connection, _body)

    centrifugo.handlers[command] = waits_in_vain
    async with client(centrifugo, transport, resend=False) as rpc:
        with pytest.raises(RpcOutcomeUnknownError) as raised:
            await rpc.call("a.b")
    assert re.sub(r"1\.\d s", "1.0 s", raised.value.message) == (
        "outcome unknown: Centrifugo got no answer from the RPC server within 1.0 s (its error"
        f" 100), which may be the limit {setting} in its configuration;"
        " repeat the call only if that is safe"
    )


async def test_late_and_double_replies_are_counted_and_dropped(centrifugo: LocalCentrifugo) -> None:
    async def twice(connection: Connection, body: Json) -> Json | None:
        await done(connection, body)
        return await done(connection, body)

    async with client(centrifugo) as rpc:
        with pytest.raises(RpcTimeoutError):
            await rpc.call("a.b", timeout=0.3)
        late = centrifugo.sent("publish")[0]["data"]["correlation_id"]
        centrifugo.handlers["publish"] = twice
        for correlation_id in (late, "another-tab"):
            reply = {"correlation_id": correlation_id, "result": "late"}
            await centrifugo.connections[0].push("user#user-1", reply)
        assert await rpc.call("a.b") == "done"
        assert await rpc.call("a.b") == "done"
        assert rpc.late_replies >= 2
    assert rpc.dropped_replies == 0


async def test_ids_of_ended_calls_are_forgotten_in_time() -> None:
    pending = PendingCalls()
    for number in range(1025):
        with pending.waiting(str(number)) as call:
            call.sendings = 1
    with pending.waiting("never sent"):
        pass
    for correlation_id in ("0", "never sent", "another tab's"):
        pending.answer(correlation_id, {"result": 1})
    assert pending.late_replies == 0
    for correlation_id in ("1", "1024"):
        pending.answer(correlation_id, {"result": 1})
    assert pending.late_replies == 2
    assert len(pending) == 0


async def test_a_program_that_stood_still_reads_what_came(centrifugo: LocalCentrifugo) -> None:
    async def in_the_buffer(connection: Connection, body: Json) -> Json | None:
        await done(connection, body)
        # Past the deadline, with the reply in the socket.
        until = time.monotonic() + 0.6
        while time.monotonic() < until:
            pass
        return {"publish": {}}

    centrifugo.handlers["publish"] = in_the_buffer
    async with client(centrifugo) as rpc:
        assert await rpc.call("a.b", timeout=0.3) == "done"


async def test_a_call_that_may_grow_over_the_limit_is_not_sent(centrifugo: LocalCentrifugo) -> None:
    async with CentrifugoRPCClient(
        centrifugo.url, token(), "user-1", max_frame_bytes=1000, resend=False
    ) as rpc:
        centrifugo.handlers["publish"] = done
        with pytest.raises(RpcTooLargeError) as raised:
            await rpc.call("a.b", {"x": "y" * 2000})
        fits = 2000 - (raised.value.details["size"] - 1000)
        assert await rpc.call("a.b", {"x": "y" * fits}) == "done"
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", max_frame_bytes=1000) as rpc:
        with pytest.raises(RpcTooLargeError):
            await rpc.call("a.b", {"x": "y" * fits})


class OnceServer:
    """Runs each call once, as our RPC server does, behind a network that loses what it likes."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.runs: dict[str, int] = {}

    async def __call__(self, connection: Connection, body: Json) -> Json | None:
        request = body["data"]
        if self.random.random() < 0.03:
            return await cut(connection, body)
        if self.random.random() < 0.05:
            return {"error": {"code": 100, "message": "internal server error"}}
        key = request["correlation_id"]
        assert self.runs.setdefault(key, request["params"]["n"]) == request["params"]["n"]
        if self.random.random() < 0.03:
            return await cut(connection, body)
        return await replied(lambda _: {"result": self.runs[key]})(connection, body)


@BOTH
@pytest.mark.parametrize("seed", [1])
async def test_every_call_ends_with_its_own_reply_whatever_is_lost(
    centrifugo: LocalCentrifugo, transport: Transport, command: str, seed: int
) -> None:
    server = OnceServer(seed)
    centrifugo.handlers[command] = server
    async with client(centrifugo, transport) as rpc:
        results = await asyncio.gather(*(rpc.call("a.b", {"n": n}) for n in range(60)))
    assert results == list(range(60))
    assert sorted(server.runs.values()) == list(range(60))
    assert len(centrifugo.connections) > 1
