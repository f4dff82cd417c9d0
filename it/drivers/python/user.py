"""A user's program: gates.sh checks its types, with the SDK installed and in its folder."""

from __future__ import annotations

import asyncio

from scenarios_sdk import APIClient, CentrifugoRPCClient, Node, Number, Priority, RpcError


async def main() -> None:
    async with CentrifugoRPCClient("ws://localhost:8000/connection/websocket", "", "ada") as rpc:
        api = APIClient(rpc)
        same: int = await api.calls_same(Number(value=1), timeout=2.5)
        node = await api.echo_node(Node(name="root", priority=Priority.LOW, children=[]))
        names: list[str] = [child.name for child in node.children]
        await api.calls_touch()
        try:
            untyped = await rpc.call("calls.same", {"value": 1})
        except RpcError as error:
            print(error.code, error.name, error.message, error.details)
        else:
            print(same, names, untyped)


if __name__ == "__main__":
    asyncio.run(main())
