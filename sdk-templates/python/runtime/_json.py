"""JSON values without a type of their own."""

from __future__ import annotations

import math
from typing import Annotated, Any, cast

from pydantic import AfterValidator, PlainSerializer


def _json_value(value: Any) -> Any:
    part: Any
    todo: list[Any] = [value]
    while todo:
        part = todo.pop()
        if isinstance(part, dict):
            if not all(isinstance(key, str) for key in cast("dict[object, object]", part)):
                raise ValueError("expected a JSON value, and the keys of its objects are strings")
            todo.extend(cast("dict[str, object]", part).values())
        elif isinstance(part, list):
            todo.extend(cast("list[object]", part))
        elif isinstance(part, float):
            if not math.isfinite(part):
                raise ValueError(f"expected a JSON value, which {part} is not")
        elif not (part is None or isinstance(part, (bool, int, str))):
            raise ValueError(f"expected a JSON value, which {type(part).__name__} is not")
    return value


Json = Annotated[Any, AfterValidator(_json_value), PlainSerializer(_json_value)]
"""Any JSON value, as `json.loads` gives it."""
