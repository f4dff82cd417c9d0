"""Types in parts, as a large SDK has them."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

PARTS: Final = {"Author": "objects1", "Book": "objects2", "Work": "unions1"}


def __getattr__(name: str) -> Any:
    if name not in PARTS:
        raise AttributeError(f"there is no type {name!r}", name=name)
    return getattr(import_module(f"{__name__}.{PARTS[name]}"), name)
