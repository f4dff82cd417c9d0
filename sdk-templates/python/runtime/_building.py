"""What pydantic needs to build a model when it is first used: the names in it, and stack."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

_NAME: Final = re.compile(r"[^\W\d]\w*")
# Each model nested in another takes some twenty calls. Python 3.10 keeps them on the thread's own
# stack, which has an end that no exception tells of.
_DEEPEST: Final = 10_000 if sys.version_info < (3, 11) else 100_000


def load_references(model: type[Any]) -> None:
    """Put the types that the annotations of `model` name into its module.

    The types of a large SDK stand in parts that know each other in annotations only. The package
    of the parts gives any of them by name, and loads its part if need be.
    """
    for owner in model.__mro__:
        module = sys.modules.get(owner.__module__)
        package = sys.modules.get(getattr(module, "__package__", None) or "")
        types: dict[str, str] = getattr(package, "PARTS", {})
        if not types:
            continue
        for annotation in inspect.get_annotations(owner).values():
            for name in _NAME.findall(annotation) if isinstance(annotation, str) else ():
                if name in types and name not in vars(module):
                    setattr(module, name, getattr(package, name))


class _Stack:
    """Python's limit of nested calls, raised while a model is built."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._users = 0
        self._before = 0

    @contextmanager
    def raised(self) -> Generator[None]:
        with self._lock:
            if self._users == 0:
                self._before = sys.getrecursionlimit()
                sys.setrecursionlimit(max(self._before, _DEEPEST))
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                if self._users == 0:
                    sys.setrecursionlimit(self._before)


enough_stack: Final = _Stack().raised
"""Long chains of models would otherwise end in a RecursionError."""
