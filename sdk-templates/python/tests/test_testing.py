from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from runtime import _wire
from runtime._errors import (
    RpcDecodeError,
    RpcError,
    RpcNotSentError,
    RpcOutcomeUnknownError,
    RpcTimeoutError,
)
from runtime.errors import TaskNotFoundDetails, TaskNotFoundError
from runtime.states import Connected, ConnectionState, Disconnected
from runtime.testing import InMemoryRPC


class Task(_wire.Model):
    task_id: int = _wire.Field(validation_alias="taskId", serialization_alias="taskId")
    note: str | None = None
    price: _wire.BigDecimal | None = None


class Details(_wire.Model):
    missing: list[Task]


GET: _wire.Method[Task, Task] = _wire.Method("tasks.get", params=lambda: Task, result=lambda: Task)
LIST: _wire.Method[None, list[Task]] = _wire.Method("tasks.list", result=lambda: list[Task])


async def test_calls_are_answered_by_functions_through_json() -> None:
    def get(params: Task) -> Task:
        assert params == Task(task_id=7, price=Decimal("1.50"))
        return Task(task_id=8, note="é")

    async def all_of_them() -> Any:
        return [Task(task_id=1), {"taskId": 2, "price": "0.10"}]

    rpc = InMemoryRPC({"tasks.get": get, "tasks.list": all_of_them})
    task = await GET.call(rpc, Task(task_id=7, price=Decimal("1.50")), None)
    assert task == Task(task_id=8, note="é")
    tasks = await LIST.call(rpc, None, None)
    assert [each.task_id for each in tasks] == [1, 2]
    assert str(tasks[1].price) == "0.10"
    assert await rpc.call("tasks.list") == [{"taskId": 1}, {"taskId": 2, "price": "0.10"}]
    assert rpc.calls == [
        ("tasks.get", {"taskId": 7, "price": "1.50"}),
        ("tasks.list", {}),
        ("tasks.list", {}),
    ]


async def test_what_does_not_fit_the_contract_fails_here_too() -> None:
    def wrong(_params: Any) -> Any:
        return {"taskId": "seven"}

    with pytest.raises(RpcDecodeError):
        await GET.call(InMemoryRPC({"tasks.get": wrong}), Task(task_id=1), None)


async def test_params_and_results_are_copies() -> None:
    kept = {"list": [1]}

    def keep(params: dict[str, Any]) -> Any:
        params["list"].append(2)
        return kept

    rpc = InMemoryRPC({"a.b": keep})
    params = {"list": [1]}
    result = await rpc.call("a.b", params)
    result["list"].append(3)
    assert (params, kept) == ({"list": [1]}, {"list": [1]})


async def test_an_error_arrives_as_the_server_would_send_it() -> None:
    def fail(_params: Any) -> Any:
        details = Details(missing=[Task(task_id=1)])
        raise RpcError(1404, "task_not_found", "No task 1.", details, method="another's")

    with pytest.raises(RpcError) as raised:
        await InMemoryRPC({"a.b": fail}).call("a.b")
    assert str(raised.value) == "a.b: No task 1. [1404 task_not_found]"
    assert raised.value.details == {"missing": [{"taskId": 1}]}


async def test_a_declared_error_arrives_as_its_class() -> None:
    task = UUID(int=7)

    def fail(_params: Any) -> Any:
        raise TaskNotFoundError("No task 7.", TaskNotFoundDetails(task_id=task))

    with pytest.raises(TaskNotFoundError) as raised:
        await InMemoryRPC({"a.b": fail}).call("a.b")
    assert raised.value.details == TaskNotFoundDetails(task_id=task)
    assert raised.value.method == "a.b"


@pytest.mark.parametrize(
    ("thrown", "arrives"),
    [
        (RpcError(408, "deadline_exceeded", "x", method="a.b"), RpcTimeoutError),
        (RpcError(410, "outcome_unknown", "x", method="a.b"), RpcOutcomeUnknownError),
        (RpcNotSentError(503, "not_sent", "x", method="a.b"), RpcNotSentError),
        (LookupError("the function's own mistake"), LookupError),
    ],
)
async def test_failures_of_connections_can_be_played(
    thrown: Exception, arrives: type[Exception]
) -> None:
    async def fail(_params: Any) -> Any:
        raise thrown

    with pytest.raises(type(thrown)) as raised:
        await InMemoryRPC({"a.b": fail}).call("a.b")
    assert type(raised.value) is arrives


async def test_an_unknown_method_is_named() -> None:
    def nothing(_params: Any) -> Any:
        return None

    with pytest.raises(RpcError) as raised:
        await InMemoryRPC({"b": nothing, "a": nothing}).call("c")
    assert str(raised.value) == (
        "c: There is no function for this method here. There are: a, b. [404 method_not_found]"
    )


async def test_a_function_that_takes_too_long_is_ended() -> None:
    ended: list[str] = []

    async def forever(_params: Any) -> Any:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            ended.append("ended")

    rpc = InMemoryRPC({"a.b": forever}, timeout=0.05)
    with pytest.raises(RpcTimeoutError, match=r"no reply within 0\.05 s"):
        await rpc.call("a.b")
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(rpc.call("a.b", timeout=20), 0.05)
    # A cancelled task runs to its end in the loop's next rounds.
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    if tasks:
        await asyncio.wait(tasks, timeout=10)
    assert ended == ["ended", "ended"]


async def test_it_connects_as_the_client_does() -> None:
    rpc = InMemoryRPC({})

    def state() -> ConnectionState:
        return rpc.state

    assert not rpc.is_connected
    async with rpc:
        assert rpc.is_connected
        assert state() == Connected()
    assert state() == Disconnected(0, "disconnect() was called")
