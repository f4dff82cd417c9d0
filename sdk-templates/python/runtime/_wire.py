"""What generated models and clients are written with, under one name that nothing collides with."""

from pydantic import Field

from ._absent import UNSET, Patch
from ._enum import OpenEnum, OpenIntEnum
from ._json import Json
from ._methods import Method, RpcCaller
from ._model import Model, OpenModel, empty_dict, empty_list
from ._scalars import (
    UUID,
    BigDecimal,
    BigInteger,
    Byte,
    Bytes,
    Char,
    Double,
    Duration,
    Float,
    Instant,
    Int,
    LocalDate,
    LocalDateTime,
    LocalTime,
    Long,
    LongString,
    OffsetDateTime,
    Short,
    parsed,
)
from ._union import TaggedBy, UnknownVariant

__all__ = [
    "UNSET",
    "UUID",
    "BigDecimal",
    "BigInteger",
    "Byte",
    "Bytes",
    "Char",
    "Double",
    "Duration",
    "Field",
    "Float",
    "Instant",
    "Int",
    "Json",
    "LocalDate",
    "LocalDateTime",
    "LocalTime",
    "Long",
    "LongString",
    "Method",
    "Model",
    "OffsetDateTime",
    "OpenEnum",
    "OpenIntEnum",
    "OpenModel",
    "Patch",
    "RpcCaller",
    "Short",
    "TaggedBy",
    "UnknownVariant",
    "empty_dict",
    "empty_list",
    "parsed",
]
