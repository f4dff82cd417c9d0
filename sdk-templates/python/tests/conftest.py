from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncGenerator

import pytest_asyncio

from .local_centrifugo import LocalCentrifugo, local_centrifugo


@pytest_asyncio.fixture(autouse=True)
async def nothing_is_left_running() -> AsyncGenerator[None]:
    """Fail a test that leaves a task or a timer behind, or an exception that nobody read."""
    unheard: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: unheard.append(str(context)))
    yield
    gc.collect()
    timers: list[asyncio.TimerHandle] = getattr(loop, "_scheduled", [])
    assert [timer for timer in timers if not timer.cancelled()] == []
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert not unheard


@pytest_asyncio.fixture
async def centrifugo() -> AsyncGenerator[LocalCentrifugo]:
    async with local_centrifugo() as server:
        yield server
