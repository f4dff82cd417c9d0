"""What many calls at a time cost."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc

import pytest

from runtime._envelope import Transport
from runtime._errors import RpcOutcomeUnknownError
from runtime.rpc_client import CentrifugoRPCClient

from .local_centrifugo import Connection, Json, LocalCentrifugo, token


@pytest.mark.parametrize(
    ("transport", "command", "count"), [("pubsub", "publish", 1_000), ("rpc", "rpc", 1_000)]
)
async def test_calls_in_flight_take_little_and_leave_nothing(
    centrifugo: LocalCentrifugo, transport: Transport, command: str, count: int
) -> None:
    loop = asyncio.get_running_loop()
    loop.set_debug(False)
    all_taken = loop.create_future()
    taken = 0

    async def take(_connection: Connection, _body: Json) -> Json | None:
        nonlocal taken
        taken += 1
        if taken == count:
            all_taken.set_result(None)
        return {"publish": {}} if command == "publish" else None

    centrifugo.handlers[command] = take
    centrifugo.keeps = False
    rpc = CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport, timeout=200)
    await rpc.connect()
    gc.collect()
    tracemalloc.start()
    calls = [asyncio.ensure_future(rpc.call("a.b", {"n": n})) for n in range(count)]
    await asyncio.wait_for(all_taken, 150)
    gc.collect()
    in_flight, _ = tracemalloc.get_traced_memory()
    await rpc.disconnect()
    await asyncio.wait(calls)
    assert {type(call.exception()) for call in calls} == {RpcOutcomeUnknownError}
    calls.clear()
    gc.collect()
    left, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert in_flight / count < 10 * 1024, f"{in_flight / count:.0f} bytes a call"
    # What stays are the ids of the last 1,024 calls, and tables that have grown.
    assert left < in_flight / 10, f"{left} of {in_flight} bytes left"
