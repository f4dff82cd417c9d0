"""The scenarios that are more than one typed call; behaviours.json says what each must do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

from scenarios_sdk import APIClient, CentrifugoRPCClient, Number, RpcConnectionError, RpcError, Slow

from .outcome import described
from .session import Session

Behaviour = Callable[[Session], Awaitable[Any]]

_SLOW = Slow(millis=20000)


class FailedError(Exception):
    """A scenario whose expected end is this description of an error."""

    def __init__(self, description: dict[str, Any]) -> None:
        super().__init__(description["kind"])
        self.description = description


async def _matching(api: APIClient, values: range) -> int:
    answers = await asyncio.gather(*(api.calls_same(Number(value=value)) for value in values))
    return sum(answer == value for answer, value in zip(answers, values, strict=True))


async def parallel_calls(session: Session) -> Any:
    return {"matching": await _matching(session.api, range(200))}


async def two_tabs(session: Session) -> Any:
    async with session.client() as other:
        counts = await asyncio.gather(
            _matching(session.api, range(20)), _matching(APIClient(other), range(100, 120))
        )
    return {"matching": sum(counts)}


async def untyped_call(session: Session) -> Any:
    return await session.rpc.call("calls.same", {"value": 7})


async def call_outside_the_contract(session: Session) -> Any:
    return await session.rpc.call("outside.contract", {})


async def params_that_do_not_fit(session: Session) -> Any:
    return await session.rpc.call("calls.same", {"value": "seven"})


async def no_answer_in_time(session: Session) -> Any:
    return await session.api.calls_slow(_SLOW, timeout=0.3)


async def cancelled(session: Session) -> Any:
    call = asyncio.ensure_future(session.api.calls_slow(_SLOW))
    await session.api.calls_same(Number(value=1))
    call.cancel()
    await asyncio.wait({call})
    if await session.api.calls_same(Number(value=2)) != 2:
        raise FailedError({"kind": "driver", "message": "the connection is spoilt"})
    raise FailedError({"kind": "cancelled" if call.cancelled() else "driver"})


async def too_large(session: Session) -> Any:
    try:
        return await session.rpc.call("calls.same", {"value": 1, "more": "x" * 70_000})
    finally:
        if await session.api.calls_same(Number(value=2)) != 2:
            raise FailedError({"kind": "driver", "message": "the connection is spoilt"})


async def call_before_connect(session: Session) -> Any:
    return await APIClient(session.client()).calls_touch()


async def disconnected_under_way(session: Session) -> Any:
    rpc = session.client()
    await rpc.connect()
    api = APIClient(rpc)
    call = asyncio.ensure_future(api.calls_slow(_SLOW))
    await api.calls_same(Number(value=1))
    await rpc.disconnect()
    return await call


async def _connected(rpc: CentrifugoRPCClient) -> str:
    async with rpc:
        return "connected"


async def wrong_token(session: Session) -> Any:
    answer = await session.control("token", user="eve", kind="foreign")
    return await _connected(session.client("eve", answer["token"]))


async def expired_token(session: Session) -> Any:
    answer = await session.control("token", user="eve", kind="expired")
    return await _connected(session.client("eve", answer["token"]))


async def another_users_token(session: Session) -> Any:
    answer = await session.control("token", user="eve", kind="valid")
    try:
        return await _connected(session.client("bob", answer["token"]))
    except RpcConnectionError as error:
        names_both = "bob" in error.message and "eve" in error.message
        raise FailedError({**described(error), "names_both": names_both}) from error


async def client_without_user(session: Session) -> Any:
    answer = await session.control("token", user="", kind="valid")
    return await _connected(session.client("", answer["token"]))


async def nobody_listens(session: Session) -> Any:
    url = "ws://127.0.0.1:9/connection/websocket"
    return await _connected(session.client(url=url, timeout=2.0))


async def forged_reply(session: Session) -> Any:
    call = asyncio.ensure_future(session.api.calls_slow(Slow(millis=500)))
    forged = await session.control("forge-reply", user=session.user_id)
    return {"call": {"value": (await call).value}, "refused": forged["refused"]}


async def user_at_the_limit(session: Session) -> Any:
    token = (await session.control("token", user="greedy", kind="valid"))["token"]
    async with AsyncExitStack() as stack:
        *crowd, late = [
            APIClient(await stack.enter_async_context(session.client("greedy", token)))
            for _ in range(5)
        ]
        held = [
            asyncio.ensure_future(crowd[value // 64].capacity_hold(Number(value=value)))
            for value in range(256)
        ]
        await session.api.capacity_await_held(Number(value=256))
        try:
            await late.calls_same(Number(value=1))
            refused = None
        except RpcError as error:
            refused = described(error)
        await session.api.capacity_release()
        answers = await asyncio.gather(*held)
        return {
            "refused": refused,
            "matching": sum(answer.value == value for value, answer in enumerate(answers)),
            "afterwards": await late.calls_same(Number(value=2)),
        }


async def server_restarts(session: Session) -> Any:
    first = await session.api.calls_same(Number(value=1))
    await session.control("restart-server")
    return [first, await session.api.calls_same(Number(value=2))]


async def server_is_down(session: Session) -> Any:
    async with session.client(resend=False) as rpc:
        await session.control("stop-server")
        try:
            return await APIClient(rpc).calls_same(Number(value=1))
        finally:
            await session.control("start-server")


async def centrifugo_restarts(session: Session) -> Any:
    first = await session.api.calls_same(Number(value=1))
    await session.control("restart-centrifugo")
    return [first, await session.api.calls_same(Number(value=2))]


BEHAVIOURS: dict[str, Behaviour] = {
    "200 parallel calls on one connection": parallel_calls,
    "two tabs of one user": two_tabs,
    "an untyped call": untyped_call,
    "an untyped call to a method outside the contract": call_outside_the_contract,
    "params that do not fit": params_that_do_not_fit,
    "no answer in time": no_answer_in_time,
    "cancelled by the caller": cancelled,
    "too large to send": too_large,
    "a call before connect": call_before_connect,
    "disconnected while a call is under way": disconnected_under_way,
    "a wrong token": wrong_token,
    "an expired token": expired_token,
    "a user id that differs from the token": another_users_token,
    "a client without a user": client_without_user,
    "nobody listens": nobody_listens,
    "a forged reply": forged_reply,
    "a user at the server's limit": user_at_the_limit,
    "the server restarts between calls": server_restarts,
    "the server is down": server_is_down,
    "Centrifugo restarts between calls": centrifugo_restarts,
}
