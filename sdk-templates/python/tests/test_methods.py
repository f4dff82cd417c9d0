from __future__ import annotations

import pytest

from runtime._methods import Method
from runtime.rpc_client import CentrifugoRPCClient

from .local_centrifugo import LocalCentrifugo, replied, token


@pytest.mark.parametrize(
    ("own", "given", "sent"), [(None, None, 20), (5.0, None, 5), (50.0, None, 50), (5.0, 9.0, 9)]
)
async def test_the_nearest_time_limit_counts(
    centrifugo: LocalCentrifugo, own: float | None, given: float | None, sent: int
) -> None:
    centrifugo.handlers["publish"] = replied(lambda _: {"result": None})
    method: Method[None, None] = Method("a.b", timeout=own)
    async with CentrifugoRPCClient(centrifugo.url, token(), "user-1", timeout=20) as rpc:
        await method.call(rpc, None, given)
    timeout_ms = centrifugo.sent("publish")[0]["data"]["timeout_ms"]
    assert sent * 1000 - 1000 < timeout_ms <= sent * 1000
