from __future__ import annotations

import asyncio
import json
import pickle
import re
from typing import Any

import pytest

from runtime._envelope import Transport
from runtime._errors import (
    RpcDecodeError,
    RpcError,
    RpcNotSentError,
    RpcOutcomeUnknownError,
    RpcTimeoutError,
    RpcTooLargeError,
)
from runtime.rpc_client import CentrifugoRPCClient

from .local_centrifugo import (
    Connection,
    Json,
    LocalCentrifugo,
    acknowledged,
    refused,
    replied,
    silent,
    token,
)

BOTH = pytest.mark.parametrize(("transport", "command"), [("pubsub", "publish"), ("rpc", "rpc")])


@BOTH
async def test_gives_the_result(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = replied(lambda request: {"result": request["params"]})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        assert await rpc.call("a.b", {"x": [1, None, "é"]}) == {"x": [1, None, "é"]}
        assert await rpc.call("a.b") == {}


async def test_envelope_of_a_published_request(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["publish"] = replied(lambda _: {"result": None})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        assert await rpc.call("a.b", {"x": 1}, timeout=5) is None
    sent = centrifugo.sent("publish")[0]
    assert sent["channel"] == "rpc.requests"
    assert list(sent["data"]) == ["correlation_id", "method", "params", "reply_to", "timeout_ms"]
    assert re.fullmatch(r"[0-9a-f-]{36}", sent["data"]["correlation_id"])
    assert sent["data"]["method"] == "a.b"
    assert sent["data"]["params"] == {"x": 1}
    assert sent["data"]["reply_to"] == "user#user-1"
    assert 4000 < sent["data"]["timeout_ms"] <= 5000


async def test_envelope_of_an_rpc_request(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["rpc"] = replied(lambda _: {"result": None})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport="rpc") as rpc:
        assert await rpc.call("a.b", {"x": 1}) is None
    sent = centrifugo.sent("rpc")[0]
    assert sent["method"] == "a.b"
    assert list(sent["data"]) == ["$rpc", "correlation_id", "params", "timeout_ms"]
    assert sent["data"]["$rpc"] == 1


@BOTH
async def test_two_hundred_calls_at_once_get_their_own_replies(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = replied(lambda request: {"result": request["params"]["n"]})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        results = await asyncio.gather(*(rpc.call("a.b", {"n": n}) for n in range(200)))
    assert results == list(range(200))


@BOTH
async def test_a_server_error_keeps_everything(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    details = [{"path": "$.x", "message": "must be an integer"}]
    error = {"code": 422, "name": "invalid_params", "message": "1 problem", "details": details}
    centrifugo.handlers[command] = replied(lambda _: {"error": error})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        with pytest.raises(RpcError) as raised:
            await rpc.call("a.b")
    assert type(raised.value) is RpcError
    assert isinstance(raised.value, ValueError)
    assert (raised.value.code, raised.value.name) == (422, "invalid_params")
    assert (raised.value.message, raised.value.details) == ("1 problem", details)
    assert str(raised.value) == "a.b: 1 problem [422 invalid_params]"


@pytest.mark.parametrize(
    ("code", "kind"), [(408, RpcTimeoutError), (410, RpcOutcomeUnknownError), (503, RpcError)]
)
async def test_the_servers_code_picks_the_class(
    centrifugo: LocalCentrifugo, code: int, kind: type[RpcError]
) -> None:
    centrifugo.handlers["publish"] = replied(lambda _: {"error": {"code": code}})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        with pytest.raises(RpcError) as raised:
            await rpc.call("a.b")
    assert type(raised.value) is kind
    assert raised.value.message == "the server gave no message"


@BOTH
@pytest.mark.parametrize(
    ("code", "expected", "name"),
    [
        (102, 102, "misconfigured"),
        (104, 104, "misconfigured"),
        (107, 107, "misconfigured"),
        (108, 108, "misconfigured"),
        (103, 403, "permission_denied"),
        (109, 401, "unauthenticated"),
        (111, 429, "overloaded"),
        (106, 106, "refused"),
        (400, 400, "bad_request"),
        (404, 404, "method_not_found"),
        (413, 413, "too_large"),
        (429, 429, "overloaded"),
        (503, 503, "unavailable"),
        (1234, 1234, "error"),
    ],
)
async def test_centrifugos_codes_have_names(
    centrifugo: LocalCentrifugo,
    transport: Transport,
    command: str,
    code: int,
    expected: int,
    name: str,
) -> None:
    centrifugo.handlers[command] = refused(code, "so it is")
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        with pytest.raises(RpcError) as raised:
            await rpc.call("a.b")
    assert (raised.value.code, raised.value.name) == (expected, name)


@BOTH
async def test_no_reply_in_time(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = acknowledged if command == "publish" else silent
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        with pytest.raises(RpcTimeoutError) as raised:
            await rpc.call("a.b", timeout=1)
        assert isinstance(raised.value, TimeoutError)
        assert str(raised.value) == (
            "a.b: no reply within 1 s; the server may still have run it:"
            " repeat it only if that is safe [408 deadline_exceeded]"
        )


@BOTH
async def test_disconnect_ends_what_waits(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = silent
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        call = asyncio.ensure_future(rpc.call("a.b"))
        await centrifugo.until(lambda: bool(centrifugo.sent(command)))
    with pytest.raises(RpcOutcomeUnknownError, match=r"disconnect\(\) was called"):
        await call


@BOTH
async def test_a_terminal_disconnect_ends_what_waits(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    async def end(connection: Connection, _body: Json) -> Json | None:
        await connection.close(3503, "force disconnect")
        return None

    centrifugo.handlers[command] = end
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        with pytest.raises(RpcOutcomeUnknownError):
            await rpc.call("a.b")
        assert not rpc.is_connected


async def test_a_call_while_connecting_waits_for_its_own_time_only(
    centrifugo: LocalCentrifugo,
) -> None:
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        centrifugo.handlers["connect"] = silent
        centrifugo.connections[0].drop()
        await centrifugo.until(lambda: len(centrifugo.connections) == 2)
        with pytest.raises(RpcNotSentError) as raised:
            await rpc.call("a.b", timeout=0.1)
        assert str(raised.value) == "a.b: not sent: no connection within 0.1 s [503 not_sent]"
    assert centrifugo.sent("publish") == []


async def test_disconnect_ends_what_was_not_sent(centrifugo: LocalCentrifugo) -> None:
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        centrifugo.handlers["connect"] = silent
        centrifugo.connections[0].drop()
        await centrifugo.until(lambda: len(centrifugo.connections) == 2)
        call = asyncio.ensure_future(rpc.call("a.b"))
        await asyncio.wait({call}, timeout=0.05)
    with pytest.raises(RpcNotSentError, match=r"disconnect\(\) was called"):
        await call


async def test_a_forged_reply_is_dropped_and_counted(centrifugo: LocalCentrifugo) -> None:
    async def forged_first(connection: Connection, body: Json) -> Json | None:
        request = body["data"]
        forged = {"correlation_id": request["correlation_id"], "result": "forged"}
        info = {"user": "user-2", "client": "c2"}
        await connection.push(request["reply_to"], forged, info=info)
        return await replied(lambda _: {"result": "real"})(connection, body)

    centrifugo.handlers["publish"] = forged_first
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        assert await rpc.call("a.b") == "real"
        assert rpc.dropped_replies == 1


async def test_other_publications_reach_the_hook(centrifugo: LocalCentrifugo) -> None:
    seen: list[Any] = []

    def hook(data: Any) -> None:
        seen.append(data)
        raise LookupError("the hook's own mistake")

    centrifugo.handlers["publish"] = replied(lambda _: {"result": 1})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", on_publication=hook) as rpc:
        connection = centrifugo.connections[0]
        await connection.push("user#user-1", {"event": "hello"})
        await connection.push("user#user-1", "text")
        await connection.push("user#user-1", {"correlation_id": "another-tab", "result": 1})
        assert await rpc.call("a.b") == 1
    assert seen == [{"event": "hello"}, "text"]


@BOTH
async def test_a_frame_over_the_limit_is_not_sent(
    centrifugo: LocalCentrifugo, transport: Transport, command: str
) -> None:
    centrifugo.handlers[command] = replied(lambda _: {"result": 1})
    async with CentrifugoRPCClient(
        centrifugo.url, token(), "user-1", transport=transport, max_frame_bytes=1000
    ) as rpc:
        with pytest.raises(RpcTooLargeError) as raised:
            await rpc.call("a.b", {"x": "é" * 200})
        size = raised.value.details["size"]
        assert raised.value.details["limit"] == 1000
        assert str(raised.value) == (
            f"a.b: the request takes {size} bytes, the limit is 1000: send less, or raise"
            " Centrifugo's websocket.message_size_limit and this client's max_frame_bytes"
            " [413 too_large]"
        )
        assert centrifugo.sent(command) == []
        # What fits is refused by no more than what it may grow by when it is sent again.
        await rpc.call("a.b", {"x": "y" * (1000 - size + 1200)})
    assert len(centrifugo.frames[-1].encode()) in range(945, 1001)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
async def test_a_number_json_does_not_have_is_refused(
    centrifugo: LocalCentrifugo, value: float
) -> None:
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        with pytest.raises(ValueError, match="not JSON compliant"):
            await rpc.call("a.b", {"x": value})
    assert centrifugo.sent("publish") == []


@BOTH
@pytest.mark.parametrize("reply", [{}, {"error": "text"}])
async def test_a_reply_that_says_nothing(
    centrifugo: LocalCentrifugo, transport: Transport, command: str, reply: Json
) -> None:
    centrifugo.handlers[command] = replied(lambda _: reply)
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        with pytest.raises(RpcDecodeError, match="neither a result nor an error"):
            await rpc.call("a.b")


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
async def test_a_call_needs_time(timeout: float) -> None:
    rpc = CentrifugoRPCClient("ws://127.0.0.1:1", token(), "user-1")
    with pytest.raises(ValueError, match="timeout must be a number of seconds above 0"):
        await rpc.call("a.b", timeout=timeout)


def test_errors_survive_pickling() -> None:
    error = RpcTimeoutError(408, "deadline_exceeded", "no reply", {"started": True}, method="a.b")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is RpcTimeoutError
    assert (str(copy), copy.details, copy.method) == (str(error), error.details, "a.b")


def test_frames_are_ascii() -> None:
    # check_frame_size counts characters because centrifuge-python writes frames this way.
    assert json.dumps("é") == '"\\u00e9"'
