"""The Python quick start: run it from the folder that holds `opensdk/`, with the token in TOKEN."""

import asyncio
import os


async def main(token: str) -> None:
    # region quickstart
    from opensdk.python import APIClient, CentrifugoRPCClient, TaskStatsParams      # or the installed package's own name
    rpc = CentrifugoRPCClient("ws://localhost:8000/connection/websocket", token, "user-123")
    await rpc.connect()
    stats = await APIClient(rpc).tasks_get_stats(TaskStatsParams(user_id="123"))
    await rpc.disconnect()
    # endregion
    print(stats)


asyncio.run(main(os.environ["TOKEN"]))
