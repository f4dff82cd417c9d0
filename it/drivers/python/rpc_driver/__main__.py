"""Prints one JSON line for each scenario, and a last one when all are done."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from .behaviours import BEHAVIOURS, FailedError
from .calls import call
from .outcome import described
from .session import Session


async def main(scenarios: list[dict[str, Any]]) -> None:
    session = Session()
    async with session.rpc:
        for scenario in scenarios:
            _print({"scenario": scenario["name"], **await _outcome(session, scenario)})
    _print({"done": True})


async def _outcome(session: Session, scenario: dict[str, Any]) -> dict[str, Any]:
    try:
        if "method" in scenario:
            result = await call(session.api, scenario["method"], scenario.get("params"))
        else:
            result = await BEHAVIOURS[scenario["name"]](session)
    except FailedError as failed:
        return {"error": failed.description}
    except Exception as error:
        return {"error": described(error)}
    return {"result": result}


def _print(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


asyncio.run(main(json.loads(Path(os.environ["SCENARIOS"]).read_text("utf-8"))))
