"""What generated models and clients are written with, under one name that nothing collides with."""

from pydantic import Field

from ._enum import OpenEnum
from ._methods import Method, RpcCaller, VoidMethod
from ._model import Model
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

__all__ = [
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
    "LocalDate",
    "LocalDateTime",
    "LocalTime",
    "Long",
    "LongString",
    "Method",
    "Model",
    "OffsetDateTime",
    "OpenEnum",
    "RpcCaller",
    "Short",
    "VoidMethod",
    "parsed",
]
