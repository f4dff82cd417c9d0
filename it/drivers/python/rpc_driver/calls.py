"""Typed calls by wire name: params read, and results written, by the SDK's own types."""

from __future__ import annotations

import json
import warnings
from typing import Any, get_type_hints

from pydantic import TypeAdapter
from scenarios_sdk import APIClient


async def call(api: APIClient, method: str, params: Any) -> Any:
    """Call the generated method that `method` names, and give its result in its wire form."""
    function = getattr(api, method.replace(".", "_"))
    hints = get_type_hints(function, include_extras=True)
    arguments: list[Any] = []
    if "params" in hints:
        arguments.append(TypeAdapter(hints["params"]).validate_json(json.dumps(params)))
    with warnings.catch_warnings():
        # The scenarios call deprecated methods on purpose; the warning comes before the call runs.
        warnings.simplefilter("ignore", DeprecationWarning)
        running = function(*arguments)
    result = await running
    return TypeAdapter(hints["return"]).dump_python(
        result, mode="json", by_alias=True, exclude_none=True
    )
