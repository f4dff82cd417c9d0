"""More of the Python client: errors, time limits, untyped calls. Run it as quickstart.py."""

import asyncio
import os
from uuid import UUID

from opensdk.python import (
    APIClient,
    CentrifugoRPCClient,
    CreateTaskParams,
    RpcConnectionError,
    RpcError,
    RpcNotSentError,
    RpcOutcomeUnknownError,
    RpcTimeoutError,
    TaskParams,
)

URL = "ws://localhost:8000/connection/websocket"


async def main(token: str) -> None:
    # region rpc-transport
    async with CentrifugoRPCClient(URL, token, "user-123", transport="rpc", timeout=10) as rpc:
        # region complete
        api = APIClient(rpc)
        task = await api.tasks_create(CreateTaskParams(user_id="123", title="Read the guide"))
        done = await api.tasks_complete(TaskParams(user_id="123", id=task.id), timeout=5)
        print(done.title, "is", done.status)
        # endregion
    # endregion


async def errors(token: str) -> None:
    # region errors
    rpc = CentrifugoRPCClient(URL, token, "user-123")
    try:
        await rpc.connect()
        await APIClient(rpc).tasks_complete(TaskParams(user_id="123", id=UUID(int=0)))
    except RpcConnectionError as error:
        print("no connection:", error)
    except RpcNotSentError:
        print("never sent: repeat it")
    except (RpcTimeoutError, RpcOutcomeUnknownError):
        print("it may have run: look before you repeat it")
    except RpcError as error:
        print(error.code, error.name, error.details)
    finally:
        await rpc.disconnect()
    # endregion


async def untyped(token: str) -> None:
    # region untyped
    async with CentrifugoRPCClient(URL, token, "user-123") as rpc:
        stats = await rpc.call("tasks.get_stats", {"user_id": "123"})
        print(stats["total"])
    # endregion


async def fresh_token() -> str:
    return os.environ["TOKEN"]


async def long_lived() -> None:
    # region token
    rpc = CentrifugoRPCClient(URL, "", "user-123", get_token=fresh_token)
    # endregion
    await rpc.connect()
    await rpc.disconnect()


async def everything(token: str) -> None:
    await main(token)
    await errors(token)
    await untyped(token)
    await long_lived()


asyncio.run(everything(os.environ["TOKEN"]))
