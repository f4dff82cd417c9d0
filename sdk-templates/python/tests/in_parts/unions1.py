"""A part."""

from __future__ import annotations

from typing import Annotated

from runtime import _wire

from .objects2 import Book

Work = Annotated[Book | _wire.UnknownVariant, _wire.TaggedBy("type")]
