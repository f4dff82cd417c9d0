"""A test of a program's own code, without Centrifugo and without a server. Run it as quickstart.py."""

import asyncio

from opensdk.python import APIClient, TaskStatsParams, TaskStatsResult
from opensdk.python.testing import InMemoryRPC


async def progress(api: APIClient, user_id: str) -> str:
    stats = await api.tasks_get_stats(TaskStatsParams(user_id=user_id))
    return f"{stats.completed} of {stats.total} tasks are done"


# region in-memory
def get_stats(params: TaskStatsParams) -> TaskStatsResult:
    assert params.user_id == "123"
    return TaskStatsResult(total=5, completed=3, pending=2)


async def test_progress() -> None:
    api = APIClient(InMemoryRPC({"tasks.get_stats": get_stats}))
    assert await progress(api, "123") == "3 of 5 tasks are done"
# endregion


asyncio.run(test_progress())
