"""The scalar types of the contract: their Python type, their range, their form on the wire.

What JSON has no exact form for travels as text: these read it only from JSON, so that a caller
who passes text where a rich type belongs is told so.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, TypeVar, cast
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    NaiveDatetime,
    PlainSerializer,
    TypeAdapter,
    ValidationInfo,
)
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")

__all__ = [
    "UUID",
    "BigDecimal",
    "BigInteger",
    "Byte",
    "Bytes",
    "Char",
    "Double",
    "Duration",
    "Float",
    "Instant",
    "Int",
    "LocalDate",
    "LocalDateTime",
    "LocalTime",
    "Long",
    "LongString",
    "OffsetDateTime",
    "Short",
    "parsed",
]

# Halfway to the float that is not there any more: up to here a number rounds to the largest one.
_FLOAT_LIMIT: Final = 3.4028235677973366e38
_INTEGER: Final = re.compile(r"-?[0-9]+")
_DECIMAL: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")
_DURATION: Final = re.compile(
    r"([+-])?P(?:([+-]?\d+)D)?"
    r"(?:T(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?)(\d+)(?:\.(\d{1,9}))?S)?)?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True)
class _Bits:
    """The range of a signed integer; a field's own bounds hold within it."""

    count: int

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        limit = 2 ** (self.count - 1)
        schema = cast("core_schema.IntSchema", handler(source))
        schema["ge"] = max(schema.get("ge", -limit), -limit)
        schema["lt"] = min(schema.get("lt", limit), limit)
        return schema


def _from_text(parse: Callable[[str], object]) -> BeforeValidator:
    def read(value: Any, info: ValidationInfo) -> Any:
        return parse(value) if info.mode == "json" and isinstance(value, str) else value

    return BeforeValidator(read)


def _as_text(write: Callable[[Any], str]) -> PlainSerializer:
    return PlainSerializer(write, return_type=str, when_used="json")


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise ValueError("expected an integer in decimal digits")
    return int(text)


def _digits(value: int) -> str:
    return str(value)


def _decimal(value: Any, info: ValidationInfo) -> Any:
    if info.mode != "json" or isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return value
    # Numbers are read as well, by the digits they are written with.
    text = str(value)
    if not _DECIMAL.fullmatch(text):
        raise ValueError("expected a decimal number in digits")
    return Decimal(text)


def _iso(shape: str, python_type: type[T]) -> Callable[[str], T]:
    """Parse as pydantic does, but for the strings of digits it takes for seconds since 1970."""
    pattern = re.compile(shape)

    @cache
    def parser() -> TypeAdapter[T]:
        return TypeAdapter(python_type)

    def parse(text: str) -> T:
        if not pattern.fullmatch(text):
            raise ValueError(f"expected an ISO 8601 {python_type.__name__}")
        return parser().validate_python(text)

    return parse


def _plain(value: Decimal) -> str:
    return format(value, "f")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _rfc3339(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")


def _utc(value: datetime) -> str:
    return _rfc3339(value.astimezone(timezone.utc))


def _without_zone(value: time) -> time:
    if value.tzinfo is not None:
        raise ValueError("expected a time without a zone")
    return value


def _utf16_unit(value: str) -> str:
    if len(value) != 1 or ord(value) > 0xFFFF:
        raise ValueError("expected one character of the Basic Multilingual Plane")
    return value


def _duration(text: str) -> timedelta:
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.group(2, 3, 4, 6)) or text[-1] in "Tt":
        raise ValueError("expected an ISO 8601 duration of days, hours, minutes and seconds")
    sign, days, hours, minutes, second_sign, seconds, fraction = match.groups(default="")
    # Nanoseconds beyond Python's microseconds are cut off.
    micros = int(seconds or 0) * 1_000_000 + int((fraction + "000000")[:6])
    if second_sign == "-":
        micros = -micros
    try:
        whole = timedelta(
            days=int(days or 0),
            hours=int(hours or 0),
            minutes=int(minutes or 0),
            microseconds=micros,
        )
    except OverflowError as error:
        raise ValueError("expected a duration of less than a billion days") from error
    return -whole if sign == "-" else whole


def _iso_duration(value: timedelta) -> str:
    """Write days as hours, as Java does; Java does not read the years pydantic would write."""
    micros = value // timedelta(microseconds=1)
    sign, micros = ("-", -micros) if micros < 0 else ("", micros)
    seconds, micros = divmod(micros, 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{micros:06d}".rstrip("0") if micros else ""
    text = "".join(
        (
            f"{hours}H" if hours else "",
            f"{minutes}M" if minutes else "",
            f"{seconds}{fraction}S" if seconds or fraction else "",
        )
    )
    return f"{sign}PT{text or '0S'}"


_datetime = _iso(r"[0-9]{4}-.+[Tt].+", datetime)

Byte = Annotated[int, _Bits(8)]
Short = Annotated[int, _Bits(16)]
Int = Annotated[int, _Bits(32)]
Long = Annotated[int, _Bits(64)]
LongString = Annotated[int, _Bits(64), _from_text(_integer), _as_text(_digits)]
BigInteger = Annotated[int, _from_text(_integer), _as_text(_digits)]
BigDecimal = Annotated[
    Decimal, Field(allow_inf_nan=False), BeforeValidator(_decimal), _as_text(_plain)
]
Float = Annotated[float, Field(gt=-_FLOAT_LIMIT, lt=_FLOAT_LIMIT)]
Double = Annotated[float, Field(allow_inf_nan=False)]
Char = Annotated[str, AfterValidator(_utf16_unit)]
Bytes = Annotated[bytes, _from_text(_bytes), _as_text(_base64)]
Instant = Annotated[AwareDatetime, _from_text(_datetime), _as_text(_utc)]
OffsetDateTime = Annotated[AwareDatetime, _from_text(_datetime), _as_text(_rfc3339)]
LocalDate = Annotated[date, _from_text(_iso(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", date))]
LocalTime = Annotated[time, AfterValidator(_without_zone), _from_text(_iso(r"[0-9]{2}:.+", time))]
LocalDateTime = Annotated[NaiveDatetime, _from_text(_datetime)]
Duration = Annotated[timedelta, _from_text(_duration), _as_text(_iso_duration)]


def parsed(scalar: Any, text: str) -> Any:
    """Read a default value of the contract as the scalar it stands for."""
    return TypeAdapter(scalar).validate_json(json.dumps(text))
