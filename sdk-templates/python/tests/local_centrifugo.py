"""A WebSocket server on this machine that speaks Centrifugo's JSON protocol, one test at a time."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

Json = dict[str, Any]
Answer = Callable[["Connection", Json], Awaitable[Json | None]]


def is_hello(frame: str) -> bool:
    return '"method": "system.hello"' in frame


def token(sub: object = "user-1") -> str:
    """A JWT that nobody here verifies."""
    parts = ({"alg": "HS256"}, {"sub": sub} if sub is not None else {})
    encoded = [base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=") for p in parts]
    return ".".join([*encoded, "c2lnbmF0dXJl"])


class Connection:
    """One client's connection, as the server sees it."""

    def __init__(self, socket: ServerConnection) -> None:
        self._socket = socket
        self.token = ""

    async def send(self, *messages: Json) -> None:
        await self._socket.send("\n".join(json.dumps(message) for message in messages))

    async def send_text(self, text: str) -> None:
        await self._socket.send(text)

    async def push(self, channel: str, data: object, **publication: object) -> None:
        await self.send({"push": {"channel": channel, "pub": {"data": data, **publication}}})

    async def close(self, code: int, reason: str = "") -> None:
        await self._socket.close(code, reason)

    async def closed(self) -> None:
        await self._socket.wait_closed()

    def drop(self) -> None:
        """Break the connection without a word, as a failing network does."""
        self._socket.transport.abort()


class LocalCentrifugo:
    """Answers commands by the handlers a test sets, and keeps what it was sent."""

    def __init__(self, server: Server) -> None:
        self.url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/connection/websocket"
        self.server = server
        self.keeps = True
        self.hello = replied(lambda _: {"result": {"same": True}})
        self.hellos: list[Json] = []
        self.frames: list[str] = []
        self.commands: list[Json] = []
        self.connections: list[Connection] = []
        self.handlers: dict[str, Answer] = {
            "connect": accept,
            "subscribe": subscribed,
            "publish": acknowledged,
            "rpc": acknowledged,
            "refresh": refreshed,
        }
        self._changed = asyncio.Condition()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until the server has seen something."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(condition), 10)

    def sent(self, kind: str) -> list[Json]:
        return [command[kind] for command in self.commands if kind in command]

    async def serve_one(self, socket: ServerConnection) -> None:
        connection = Connection(socket)
        try:
            async for frame in socket:
                assert isinstance(frame, str)
                if self.keeps and not is_hello(frame):
                    self.frames.append(frame)
                for line in frame.split("\n"):
                    await self._answer(connection, json.loads(line))
        except ConnectionClosed:
            pass

    async def _answer(self, connection: Connection, command: Json) -> None:
        kind = next((key for key in command if key != "id"), None)
        if kind is None:
            return
        if kind == "connect":
            connection.token = command[kind].get("token", "")
            self.connections.append(connection)
            await self._tell()
        handler = self.handlers[kind]
        if is_hello(json.dumps(command)):
            # Not what a test has in mind when it counts calls.
            self.hellos.append(command[kind]["data"]["params"])
            handler = self.hello
        reply = await handler(connection, command[kind])
        if reply is not None:
            await connection.send({"id": command["id"], **reply})
        if self.keeps and handler is not self.hello:
            self.commands.append(command)
        await self._tell()

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


async def accept(_connection: Connection, _body: Json) -> Json | None:
    return {"connect": {"client": "c1", "version": "6.9.6", "ping": 25, "pong": True}}


def accept_for(seconds: int) -> Answer:
    """Accept a token whose time is over in so many seconds."""

    async def answer(_connection: Connection, _body: Json) -> Json | None:
        accepted = {"client": "c1", "version": "6.9.6", "expires": True, "ttl": seconds}
        return {"connect": accepted}

    return answer


async def refreshed(_connection: Connection, _body: Json) -> Json | None:
    return {"refresh": {"client": "c1", "expires": True, "ttl": 3600}}


async def subscribed(_connection: Connection, _body: Json) -> Json | None:
    return {"subscribe": {}}


async def acknowledged(_connection: Connection, body: Json) -> Json | None:
    return {"rpc": {}} if "method" in body else {"publish": {}}


async def silent(_connection: Connection, _body: Json) -> Json | None:
    return None


async def cut(connection: Connection, _body: Json) -> Json | None:
    """Take the request, and break the connection."""
    connection.drop()
    return None


class Held:
    """Lets nothing be answered until the test says so."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._released = asyncio.Event()

    def release(self) -> None:
        self._released.set()

    async def __call__(self, connection: Connection, body: Json) -> Json | None:
        await asyncio.wait_for(self._released.wait(), 10)
        return await self._answer(connection, body)


def one_by_one(*answers: Answer) -> Answer:
    """Answer the first command by the first of them, and so on; the last goes on."""
    left = list(answers)

    async def answer(connection: Connection, body: Json) -> Json | None:
        now = left.pop(0) if len(left) > 1 else left[0]
        return await now(connection, body)

    return answer


def refused(code: int, message: str, *, temporary: bool = False) -> Answer:
    async def answer(_connection: Connection, _body: Json) -> Json | None:
        return {"error": {"code": code, "message": message, "temporary": temporary}}

    return answer


def replied(make_reply: Callable[[Json], Json]) -> Answer:
    """Answer a request of either transport as our RPC server does."""

    async def answer(connection: Connection, body: Json) -> Json | None:
        request: Json = body["data"]
        reply = {"correlation_id": request["correlation_id"], **make_reply(request)}
        if "method" in body:
            return {"rpc": {"data": reply}}
        # The reply overtakes the acknowledgement, as Centrifugo allows.
        await connection.push(request["reply_to"], reply)
        return {"publish": {}}

    return answer


@asynccontextmanager
async def local_centrifugo() -> AsyncGenerator[LocalCentrifugo]:
    running: list[LocalCentrifugo] = []

    async def serve_one(socket: ServerConnection) -> None:
        await running[0].serve_one(socket)

    async with serve(serve_one, "127.0.0.1", 0, close_timeout=1) as server:
        running.append(LocalCentrifugo(server))
        yield running[0]
