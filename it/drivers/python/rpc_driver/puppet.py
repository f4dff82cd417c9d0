"""Does what the fault suite tells it, and says what came of it; it/README.md lists both."""

from __future__ import annotations

import asyncio
import json
import os
import urllib.request
from collections.abc import Awaitable
from typing import Any, Literal, cast

from scenarios_sdk import APIClient, CentrifugoRPCClient, Step

from .outcome import described

# Seconds. The suite answers within twenty, unless this program was frozen meanwhile.
_LIMIT = 90


class Puppet:
    """The clients and calls of one run."""

    def __init__(self) -> None:
        self._clients: dict[str, CentrifugoRPCClient] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._events: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def run(self) -> None:
        """Do everything up to the command that ends the run."""
        reporting = asyncio.create_task(self._report())
        done = False
        while not done:
            for command in (await _post("next"))["commands"]:
                if command["do"] == "exit":
                    done = True
                else:
                    self._do(command)
        await self._events.join()
        reporting.cancel()

    def _do(self, command: dict[str, Any]) -> None:
        match command["do"]:
            case "open":
                self._start(command["client"], self._open(command))
            case "close":
                self._start(command["client"], self._close(command["client"]))
            case "call":
                self._start(command["token"], self._call(command))
            case "cancel":
                if task := self._tasks.get(command["call"]):
                    # Not before its first step: such a task never begins, and has nothing to say.
                    asyncio.get_running_loop().call_soon(task.cancel)
            case unknown:
                raise ValueError(f"unknown command {unknown!r}")

    def _start(self, name: str, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks[name] = task
        task.add_done_callback(lambda _: self._tasks.pop(name, None))

    async def _open(self, command: dict[str, Any]) -> None:
        async def get_token() -> str:
            return str((await _post("token", user=command["user"]))["token"])

        client = CentrifugoRPCClient(
            command["url"],
            await get_token(),
            command["user"],
            transport=cast("Literal['pubsub', 'rpc']", command["transport"]),
            get_token=get_token,
            resend=command["resend"],
        )
        self._clients[command["client"]] = client
        event = {"event": "opened", "name": command["client"]}
        try:
            await client.connect()
        except Exception as error:
            event["error"] = described(error)
        self._events.put_nowait(event)

    async def _close(self, name: str) -> None:
        if client := self._clients.pop(name, None):
            await client.disconnect()
        self._events.put_nowait({"event": "closed", "name": name})

    async def _call(self, command: dict[str, Any]) -> None:
        api = APIClient(self._clients[command["client"]])
        method = getattr(api, command["method"].replace(".", "_"))
        event: dict[str, Any] = {"event": "ended", "name": command["token"]}
        try:
            done = await method(Step(token=command["token"]), timeout=command["timeout_ms"] / 1000)
            event["result"] = {"token": done.token, "user_id": done.user_id}
        except (Exception, asyncio.CancelledError) as error:
            event["error"] = described(error)
        self._events.put_nowait(event)

    async def _report(self) -> None:
        while True:
            events = [await self._events.get()]
            while not self._events.empty():
                events.append(self._events.get_nowait())
            await _post("report", events=events)
            for _ in events:
                self._events.task_done()


async def _post(action: str, **body: Any) -> dict[str, Any]:
    return await asyncio.to_thread(_answer, f"{os.environ['CONTROL_URL']}/{action}", body)


def _answer(url: str, body: dict[str, Any]) -> dict[str, Any]:
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=_LIMIT) as response:
        return cast("dict[str, Any]", json.load(response))


asyncio.run(Puppet().run())
