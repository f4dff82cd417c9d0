from __future__ import annotations

import pickle
from uuid import UUID

import pytest

from runtime._envelope import Transport
from runtime._errors import RpcError
from runtime.errors import TaskLockedError, TaskNotFoundDetails, TaskNotFoundError
from runtime.rpc_client import CentrifugoRPCClient
from runtime.testing import InMemoryRPC

from .local_centrifugo import Json, LocalCentrifugo, replied, token

ID = "6f9619ff-8b86-d011-b42d-00c04fc964ff"


async def _raised(
    centrifugo: LocalCentrifugo, error: Json, transport: Transport = "pubsub"
) -> RpcError:
    for command in ("publish", "rpc"):
        centrifugo.handlers[command] = replied(lambda _: {"error": error})
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", transport=transport) as rpc:
        with pytest.raises(RpcError) as raised:
            await rpc.call("tasks.get")
    return raised.value


@pytest.mark.parametrize("transport", ["pubsub", "rpc"])
async def test_is_an_exception_of_its_own(
    centrifugo: LocalCentrifugo, transport: Transport
) -> None:
    sent = {"code": 1404, "name": "task_not_found", "message": "Gone.", "details": {"task_id": ID}}
    error = await _raised(centrifugo, sent, transport)
    assert isinstance(error, TaskNotFoundError)
    assert (error.code, error.name, error.message) == (1404, "task_not_found", "Gone.")
    assert error.details == TaskNotFoundDetails(task_id=UUID(ID))
    assert str(error) == "tasks.get: Gone. [1404 task_not_found]"


async def test_needs_no_details_where_none_are_declared(centrifugo: LocalCentrifugo) -> None:
    error = await _raised(centrifugo, {"code": 1409, "name": "locked", "message": "Locked."})
    assert type(error) is TaskLockedError
    assert error.details is None


async def test_keeps_details_that_a_newer_server_added(centrifugo: LocalCentrifugo) -> None:
    sent = {"code": 1409, "name": "locked", "message": "Locked.", "details": {"by": "ada"}}
    error = await _raised(centrifugo, sent)
    assert type(error) is TaskLockedError
    assert error.details == {"by": "ada"}


@pytest.mark.parametrize(
    "sent",
    [
        {"code": 1404, "name": "board_not_found", "message": "m", "details": {"task_id": ID}},
        {"code": 1405, "name": "task_not_found", "message": "m", "details": {"task_id": ID}},
        {"code": 1404, "name": "task_not_found", "message": "m", "details": {"task_id": "7"}},
        {"code": 1404, "name": "task_not_found", "message": "m", "details": {}},
        {"code": 1404, "name": "task_not_found", "message": "m"},
    ],
    ids=["unknown name", "other code", "other details", "missing member", "no details"],
)
async def test_what_does_not_fit_stays_as_it_came(centrifugo: LocalCentrifugo, sent: Json) -> None:
    error = await _raised(centrifugo, sent)
    assert type(error) is RpcError
    assert (error.code, error.name, error.message) == (sent["code"], sent["name"], "m")
    assert error.details == sent.get("details")


def test_can_be_made_by_hand() -> None:
    error = TaskNotFoundError("Gone.", TaskNotFoundDetails(task_id=UUID(ID)))
    assert (error.code, error.name, error.method) == (1404, "task_not_found", "")
    assert str(error) == "Gone. [1404 task_not_found]"


def test_survives_pickling() -> None:
    error = TaskNotFoundError("Gone.", TaskNotFoundDetails(task_id=UUID(ID)), method="tasks.get")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is TaskNotFoundError
    assert (str(copy), copy.details, copy.method) == (str(error), error.details, "tasks.get")


async def test_travels_in_memory() -> None:
    details = TaskNotFoundDetails(task_id=UUID(ID))

    def gone() -> None:
        raise TaskNotFoundError("Gone.", details)

    def named() -> None:
        raise RpcError(1404, "task_not_found", "Gone.", {"task_id": ID}, method="")

    rpc = InMemoryRPC({"gone": gone, "named": named})
    for method in ("gone", "named"):
        with pytest.raises(TaskNotFoundError) as raised:
            await rpc.call(method)
        assert (raised.value.method, raised.value.details) == (method, details)
