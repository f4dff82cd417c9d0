"""A part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from runtime import _wire

if TYPE_CHECKING:
    from .objects1 import Author

_T = TypeVar("_T")


class Book(_wire.Model):
    type: Literal["book"] = "book"
    author: Author | None = None
    pages: Page[Author] | None = None


class Page(_wire.Model, Generic[_T]):
    items: list[_T] = _wire.empty_list()
