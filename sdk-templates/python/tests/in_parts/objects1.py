"""A part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtime import _wire

if TYPE_CHECKING:
    from .objects2 import Book
    from .unions1 import Work


class Author(_wire.Model):
    name: str
    books: list[Book] = _wire.empty_list()
    works: dict[str, Work] = _wire.empty_dict()
