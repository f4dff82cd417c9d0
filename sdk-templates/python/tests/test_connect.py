from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from runtime._errors import (
    RpcConnectionError,
    RpcNotSentError,
    RpcOriginError,
    RpcTlsError,
    RpcUnauthorizedError,
    RpcUnreachableError,
    RpcUnsupportedServerError,
)
from runtime._layout import Layout
from runtime.rpc_client import CentrifugoRPCClient

from .local_centrifugo import (
    Connection,
    Json,
    LocalCentrifugo,
    accept,
    refused,
    replied,
    silent,
    token,
)


async def test_connects_and_subscribes_to_the_users_replies(centrifugo: LocalCentrifugo) -> None:
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        assert rpc.is_connected
    assert not rpc.is_connected
    assert centrifugo.sent("connect")[0] == {
        "token": token(),
        "name": "rpc-python",
        "version": "0.0.0",
    }
    assert [s["channel"] for s in centrifugo.sent("subscribe")] == ["user#user-1"]


async def test_layout_names_the_channels(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["publish"] = replied(lambda _: {"result": 1})
    layout: Layout = "namespaced"
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", layout=layout) as rpc:
        await rpc.call("a.b")
    assert centrifugo.sent("subscribe")[0]["channel"] == "rpcreply:user#user-1"
    assert centrifugo.sent("publish")[0]["channel"] == "rpc:requests"
    assert centrifugo.sent("publish")[0]["data"]["reply_to"] == "rpcreply:user#user-1"


async def test_rpc_transport_subscribes_to_nothing(centrifugo: LocalCentrifugo) -> None:
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport="rpc"):
        pass
    assert centrifugo.sent("subscribe") == []


async def test_connecting_twice_is_connecting_once(centrifugo: LocalCentrifugo) -> None:
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    await asyncio.gather(rpc.connect(), rpc.connect())
    await rpc.connect()
    await rpc.disconnect()
    await rpc.disconnect()
    assert len(centrifugo.connections) == 1


async def test_connects_again_after_disconnect(centrifugo: LocalCentrifugo) -> None:
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    await rpc.connect()
    await rpc.disconnect()
    with pytest.raises(RpcNotSentError) as error:
        await rpc.call("a.b")
    assert str(error.value) == "a.b: not sent: disconnect() was called [503 not_sent]"
    await rpc.connect()
    await rpc.disconnect()
    assert len(centrifugo.connections) == 2


async def test_a_call_before_connect_is_not_sent() -> None:
    rpc = CentrifugoRPCClient("ws://127.0.0.1:1", token(), "user-1")
    with pytest.raises(RpcNotSentError) as error:
        await rpc.call("a.b")
    assert str(error.value) == (
        "a.b: not sent: the client is not connected, call connect() first [503 not_sent]"
    )


@pytest.mark.parametrize("user_id", ["", "a#b", "a,b", "a:b", "ä", "x" * 129, "a\n"])
async def test_refuses_a_user_id_that_changes_the_channel(user_id: str) -> None:
    rpc = CentrifugoRPCClient("ws://127.0.0.1:1", token(user_id), user_id)
    with pytest.raises(RpcUnauthorizedError, match="cannot be used"):
        await rpc.connect()


async def test_refuses_another_users_token() -> None:
    rpc = CentrifugoRPCClient("ws://127.0.0.1:1", token("user-2"), "user-1")
    with pytest.raises(RpcUnauthorizedError) as error:
        await rpc.connect()
    assert str(error.value) == (
        "The client was made for user 'user-1', its token was issued for 'user-2'."
        " Pass the user id the token's sub names, or ask for a token of this user."
    )


@pytest.mark.parametrize("bad", ["", "secret", "a.!!!.c", "a.e30.c", token(5), token(None)])
async def test_refuses_a_token_that_names_nobody_without_showing_it(bad: str) -> None:
    rpc = CentrifugoRPCClient("ws://127.0.0.1:1", bad, "user-1")
    with pytest.raises(RpcUnauthorizedError) as error:
        await rpc.connect()
    assert "secret" not in str(error.value)
    assert "!!!" not in str(error.value)


async def test_nothing_listens_at_the_address(unused_tcp_port: int) -> None:
    rpc = CentrifugoRPCClient(f"ws://127.0.0.1:{unused_tcp_port}/x", token(), "user-1")
    with pytest.raises(RpcUnreachableError, match="Is Centrifugo running there") as error:
        await rpc.connect()
    assert isinstance(error.value, ConnectionError)
    assert isinstance(error.value.__cause__, OSError)


@asynccontextmanager
async def http_server(answer: bytes, until: bytes = b"\r\n\r\n") -> AsyncGenerator[str]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(until)
        writer.write(answer)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.mark.parametrize(
    ("status", "kind", "message"),
    [
        (
            404,
            RpcUnsupportedServerError,
            (
                "{url} answered HTTP 404 instead of opening a WebSocket:"
                " the address of Centrifugo ends in /connection/websocket."
            ),
        ),
        (
            403,
            RpcOriginError,
            (
                "{url} refused the connection with HTTP 403:"
                " add this client's origin to Centrifugo's client.allowed_origins."
            ),
        ),
        (
            502,
            RpcUnreachableError,
            (
                "Nothing usable answers at {url} (InvalidStatus: server rejected WebSocket connection:"
                " HTTP 502). Is Centrifugo running there?"
            ),
        ),
    ],
)
async def test_an_http_server_is_no_centrifugo(
    status: int, kind: type[RpcConnectionError], message: str
) -> None:
    async with http_server(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n" % status) as address:
        url = f"ws://{address}"
        with pytest.raises(RpcConnectionError) as error:
            await CentrifugoRPCClient(url, token(), "user-1").connect()
    assert type(error.value) is kind
    assert str(error.value) == message.format(url=url)


async def test_a_server_of_another_protocol_is_no_centrifugo() -> None:
    async with http_server(b"220 mail ESMTP\r\n") as address:
        with pytest.raises(RpcUnsupportedServerError, match="is not a WebSocket server"):
            await CentrifugoRPCClient(f"ws://{address}", token(), "user-1").connect()


async def test_tls_towards_a_server_without_it() -> None:
    async with http_server(b"HTTP/1.1 400 Bad Request\r\n\r\n", until=b"\x01") as address:
        rpc = CentrifugoRPCClient(f"wss://{address}", token(), "user-1")
        with pytest.raises(RpcTlsError) as error:
            await rpc.connect()
    assert isinstance(error.value.__cause__, ssl.SSLError)


async def test_a_refused_token_ends_the_connection(centrifugo: LocalCentrifugo) -> None:
    async def invalid(connection: Connection, _body: Json) -> Json | None:
        await connection.close(3500, "invalid token")
        return None

    centrifugo.handlers["connect"] = invalid
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    with pytest.raises(RpcUnauthorizedError) as error:
        await rpc.connect()
    assert error.value.code == 3500
    assert str(error.value).startswith("Centrifugo ended the connection: 3500 invalid token.")
    assert token() not in str(error.value)


async def test_an_expired_token_without_a_provider_is_unauthorized(
    centrifugo: LocalCentrifugo,
) -> None:
    centrifugo.handlers["connect"] = refused(109, "token expired")
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    with pytest.raises(RpcUnauthorizedError):
        await rpc.connect()


async def test_an_expired_token_is_replaced_by_the_provider(centrifugo: LocalCentrifugo) -> None:
    async def first_expired(connection: Connection, body: Json) -> Json | None:
        if len(centrifugo.connections) == 1:
            return await refused(109, "token expired")(connection, body)
        return await accept(connection, body)

    async def get_token() -> str:
        return token() + "2"

    centrifugo.handlers["connect"] = first_expired
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", get_token=get_token):
        assert centrifugo.connections[1].token == token() + "2"


async def test_the_providers_token_is_checked_too(centrifugo: LocalCentrifugo) -> None:
    async def get_token() -> str:
        return token("user-2")

    rpc = CentrifugoRPCClient(centrifugo.url, "", "user-1", get_token=get_token)
    with pytest.raises(RpcUnauthorizedError, match=r"'user-1'.*'user-2'"):
        await rpc.connect()


async def test_a_failing_provider_is_named(centrifugo: LocalCentrifugo) -> None:
    async def get_token() -> str:
        raise LookupError("no session")

    rpc = CentrifugoRPCClient(centrifugo.url, "", "user-1", get_token=get_token)
    with pytest.raises(RpcConnectionError, match="token provider failed") as error:
        await rpc.connect()
    assert isinstance(error.value.__cause__, LookupError)


async def test_an_old_centrifugo_is_refused(centrifugo: LocalCentrifugo) -> None:
    async def old(_connection: Connection, _body: Json) -> Json | None:
        return {"connect": {"client": "c1", "version": "6.8.2"}}

    centrifugo.handlers["connect"] = old
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    with pytest.raises(RpcUnsupportedServerError) as error:
        await rpc.connect()
    assert str(error.value) == "Centrifugo 6.8.2 is too old: this SDK needs 6.9.0 or later."


async def test_a_refused_reply_channel_names_the_setting(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["subscribe"] = refused(103, "permission denied")
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    with pytest.raises(RpcConnectionError) as error:
        await rpc.connect()
    assert str(error.value) == (
        "Centrifugo refused the reply channel user#user-1: 103 permission denied."
        " Check allow_user_limited_channels, and that client and server use the same layout."
    )


async def test_a_silent_server_is_given_up_in_time(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["connect"] = silent
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1", timeout=0.2)
    with pytest.raises(RpcUnreachableError, match=r"not connected within 0\.2 s"):
        await rpc.connect()
    with pytest.raises(RpcNotSentError, match=r"connect\(\) failed"):
        await rpc.call("a.b")


async def test_disconnect_ends_a_connect_in_progress(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["connect"] = silent
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    connecting = asyncio.ensure_future(rpc.connect())
    await centrifugo.until(lambda: bool(centrifugo.connections))
    await rpc.disconnect()
    with pytest.raises(RpcConnectionError, match=r"disconnect\(\) was called while"):
        await connecting


async def test_a_cancelled_connect_leaves_nothing(centrifugo: LocalCentrifugo) -> None:
    centrifugo.handlers["connect"] = silent
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    connecting = asyncio.ensure_future(rpc.connect())
    await centrifugo.until(lambda: bool(centrifugo.connections))
    connecting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await connecting
    assert not rpc.is_connected


async def test_the_tokens_own_subscription_counts(centrifugo: LocalCentrifugo) -> None:
    async def with_channel(_connection: Connection, _body: Json) -> Json | None:
        return {"connect": {"client": "c1", "version": "6.9.6", "subs": {"user#user-1": {}}}}

    centrifugo.handlers["connect"] = with_channel
    centrifugo.handlers["subscribe"] = refused(105, "already subscribed")
    centrifugo.handlers["publish"] = replied(lambda _: {"result": "by the token"})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        assert await rpc.call("a.b") == "by the token"
        centrifugo.connections[0].drop()
        await centrifugo.until(lambda: len(centrifugo.sent("subscribe")) == 2)
        assert await rpc.call("a.b") == "by the token"


async def test_connects_again_when_the_connection_breaks(
    centrifugo: LocalCentrifugo, caplog: pytest.LogCaptureFixture
) -> None:
    centrifugo.handlers["publish"] = replied(lambda _: {"result": 1})
    caplog.set_level(logging.DEBUG)
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1") as rpc:
        centrifugo.connections[0].drop()
        await centrifugo.until(lambda: len(centrifugo.sent("subscribe")) == 2)
        assert await rpc.call("a.b") == 1
    assert "connecting again" in caplog.text
    assert token() not in caplog.text


async def test_a_terminal_disconnect_says_why(centrifugo: LocalCentrifugo) -> None:
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1")
    await rpc.connect()
    await centrifugo.connections[0].close(3503, "force disconnect")
    await centrifugo.connections[0].closed()
    with pytest.raises(RpcNotSentError) as error:
        await rpc.call("a.b")
    assert "Centrifugo ended the connection: 3503 force disconnect" in str(error.value)
    await rpc.disconnect()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"url": "http://x"}, "url must start with ws:// or wss://, found 'http://x'"),
        ({"transport": "grpc"}, "transport must be 'pubsub' or 'rpc', found 'grpc'"),
        ({"layout": "flat"}, "layout must be 'plain' or 'namespaced', found 'flat'"),
        ({"timeout": 0}, "timeout must be a number of seconds above 0, found 0"),
        ({"timeout": float("inf")}, "timeout must be a number of seconds above 0, found inf"),
    ],
)
def test_wrong_options_are_named(options: Json, message: str) -> None:
    arguments: Json = {"url": "ws://x", "token": token(), "user_id": "user-1", **options}
    with pytest.raises(ValueError) as error:
        CentrifugoRPCClient(**arguments)
    assert str(error.value) == message
