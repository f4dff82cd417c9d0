from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter, ValidationError

from runtime import _wire
from runtime._errors import RpcDecodeError
from runtime._model import Model, to_wire

TWO_HOURS = timezone(timedelta(hours=2))
SOME_ID = UUID("0b7c1f60-9d8b-4a5e-8f3c-0d9a1b2c3d4e")


def wire_of(model: Model) -> Any:
    return to_wire(model, TypeAdapter(type(model)))


class Color(_wire.OpenEnum):
    RED = "red"
    GREEN = "GREEN"


class Inner(_wire.Model):
    text: str


class Everything(_wire.Model):
    flag: bool = False
    byte: _wire.Byte = 0
    short: _wire.Short = 0
    int_: _wire.Int = _wire.Field(default=0, validation_alias="int", serialization_alias="int")
    long: _wire.Long = 0
    long_string: _wire.LongString = 0
    float_: _wire.Float = _wire.Field(
        default=0.0, validation_alias="float", serialization_alias="float"
    )
    double: _wire.Double = 0.0
    big_integer: _wire.BigInteger = 0
    big_decimal: _wire.BigDecimal = Decimal(0)
    char: _wire.Char = "c"
    uuid: _wire.UUID | None = None
    data: _wire.Bytes | None = None
    instant: _wire.Instant | None = None
    offset: _wire.OffsetDateTime | None = None
    local_date: _wire.LocalDate | None = None
    local_time: _wire.LocalTime | None = None
    local: _wire.LocalDateTime | None = None
    duration: _wire.Duration | None = None
    color: Color | None = None
    inner: Inner | None = None
    items: list[Inner] = _wire.empty_list()
    by_color: dict[Color, _wire.Int | None] = _wire.empty_dict()
    by_id: dict[_wire.UUID, str] = _wire.empty_dict()
    by_number: dict[_wire.Int, str] = _wire.empty_dict()
    by_long: dict[_wire.LongString, str] = _wire.empty_dict()
    by_day: dict[_wire.LocalDate, str] = _wire.empty_dict()
    next: Everything | None = None


BOTH_WAYS: list[tuple[str, Any, Any]] = [
    ("flag", True, True),
    ("byte", -128, -128),
    ("short", 32767, 32767),
    ("int", -(2**31), -(2**31)),
    ("long", 2**53 - 1, 2**53 - 1),
    ("long_string", -(2**63), "-9223372036854775808"),
    ("float", 1.5, 1.5),
    ("float", 3.4028235e38, 3.4028235e38),
    ("double", 1.7976931348623157e308, 1.7976931348623157e308),
    ("big_integer", 10**40, "1" + "0" * 40),
    ("big_decimal", Decimal("1.50"), "1.50"),
    ("big_decimal", Decimal("-0.000000001"), "-0.000000001"),
    ("char", "ß", "ß"),
    ("uuid", SOME_ID, str(SOME_ID)),
    ("data", b"\xff\xfe>", "//4+"),
    ("data", b"", ""),
    ("instant", datetime(2024, 1, 1, tzinfo=timezone.utc), "2024-01-01T00:00:00Z"),
    ("instant", datetime(1, 1, 1, 0, 0, 0, 1, timezone.utc), "0001-01-01T00:00:00.000001Z"),
    ("offset", datetime(2024, 1, 1, 3, tzinfo=TWO_HOURS), "2024-01-01T03:00:00+02:00"),
    ("offset", datetime(2024, 1, 1, tzinfo=timezone.utc), "2024-01-01T00:00:00Z"),
    ("local_date", date(2024, 2, 29), "2024-02-29"),
    ("local_time", time(23, 59, 59, 999999), "23:59:59.999999"),
    ("local", datetime(2024, 1, 1, 12, 30), "2024-01-01T12:30:00"),
    ("duration", timedelta(0), "PT0S"),
    ("duration", timedelta(days=400), "PT9600H"),
    ("duration", timedelta(hours=1, minutes=2, seconds=3.5), "PT1H2M3.5S"),
    ("duration", -timedelta(seconds=1.5), "-PT1.5S"),
    ("color", Color.RED, "red"),
    ("color", Color("violet"), "violet"),
    ("inner", Inner(text="\u2028 \U0001f600 é"), {"text": "\u2028 \U0001f600 é"}),
    ("items", [Inner(text="a")], [{"text": "a"}]),
    ("by_color", {Color.GREEN: 1, Color("x"): None}, {"GREEN": 1, "x": None}),
    ("by_id", {SOME_ID: "a"}, {str(SOME_ID): "a"}),
    ("by_number", {-5: "a"}, {"-5": "a"}),
    ("by_long", {2**60: "a"}, {str(2**60): "a"}),
    ("by_day", {date(2024, 1, 1): "a"}, {"2024-01-01": "a"}),
]


@pytest.mark.parametrize(("name", "value", "wire"), BOTH_WAYS)
def test_travels_exactly(name: str, value: Any, wire: object) -> None:
    model = Everything(**{name: value})
    assert wire_of(model)[name] == wire
    assert Everything.model_validate_json(json.dumps({name: wire})) == model


@pytest.mark.parametrize(
    ("name", "wire", "value"),
    [
        ("instant", "2024-01-01T02:00:00+02:00", datetime(2024, 1, 1, tzinfo=timezone.utc)),
        (
            "instant",
            "2024-01-01T00:00:00.123456789Z",
            datetime(2024, 1, 1, 0, 0, 0, 123456, timezone.utc),
        ),
        ("local_time", "10:15", time(10, 15)),
        ("duration", "PT-1H-30M", -timedelta(minutes=90)),
        ("duration", "PT-0.5S", -timedelta(seconds=0.5)),
        ("duration", "P1DT1H", timedelta(hours=25)),
        ("big_integer", 12, 12),
        ("big_decimal", 1.5, Decimal("1.5")),
        ("big_decimal", "1E+2", Decimal(100)),
        ("double", 1, 1.0),
        ("unknown", [1], None),
        ("color", None, None),
    ],
)
def test_reads_what_others_may_write(name: str, wire: object, value: object) -> None:
    model = Everything.model_validate_json(json.dumps({name: wire}))
    assert getattr(model, name, None) == value


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("flag", 1),
        ("flag", "true"),
        ("byte", 128),
        ("short", -32769),
        ("int", 2**31),
        ("int", "1"),
        ("int", 1.5),
        ("int", True),
        ("long", 2**63),
        ("long_string", "1.0"),
        ("long_string", str(2**63)),
        ("float", 3.5e38),
        ("double", "1"),
        ("big_integer", "1_000"),
        ("big_integer", 1.5),
        ("big_decimal", "NaN"),
        ("big_decimal", " 1"),
        ("big_decimal", True),
        ("char", ""),
        ("char", "ab"),
        ("char", "\U0001f600"),
        ("uuid", "x"),
        ("uuid", 5),
        ("data", "a"),
        ("data", [1]),
        ("instant", 1700000000),
        ("instant", "1700000000"),
        ("instant", "2024-01-01T00:00:00"),
        ("local_date", "2024-01-01T00:00:00"),
        ("local_date", "86400"),
        ("local_time", 5),
        ("local_time", "10:15Z"),
        ("local", "2024-01-01T00:00:00Z"),
        ("duration", 5),
        ("duration", "PT"),
        ("duration", "P1Y"),
        ("color", 1),
        ("inner", {}),
        ("items", {}),
        ("by_number", {"x": "a"}),
        ("by_day", {"1": "a"}),
    ],
)
def test_refuses_what_does_not_fit(name: str, wire: object) -> None:
    with pytest.raises(ValidationError):
        Everything.model_validate_json(json.dumps({name: wire}))


@pytest.mark.parametrize(
    "values",
    [
        {"byte": "1"},
        {"byte": 128},
        {"flag": 1},
        {"int_": 1.0},
        {"double": float("nan")},
        {"float_": float("inf")},
        {"big_decimal": 1.5},
        {"big_decimal": Decimal("NaN")},
        {"instant": datetime(2024, 1, 1)},
        {"local": datetime(2024, 1, 1, tzinfo=timezone.utc)},
        {"local_date": "2024-01-01"},
        {"local_time": time(1, tzinfo=timezone.utc)},
        {"uuid": str(SOME_ID)},
        {"data": "text"},
        {"color": "red"},
        {"items": (Inner(text="a"),)},
        {"inner": Inner},
        {"flagg": True},
    ],
)
def test_refuses_wrong_values_when_they_are_given(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Everything(**values)


def test_a_field_is_given_by_either_name() -> None:
    by_wire_name: dict[str, Any] = {"int": 1}
    assert Everything(int_=1) == Everything(**by_wire_name)


def test_a_misspelt_field_is_named() -> None:
    misspelt: dict[str, Any] = {"text": "a", "txet": "b"}
    with pytest.raises(ValidationError) as error:
        Inner(**misspelt)
    assert error.value.errors()[0]["loc"] == ("txet",)
    assert error.value.errors()[0]["type"] == "extra_forbidden"


def test_an_assignment_is_checked() -> None:
    model = Everything()
    with pytest.raises(ValidationError):
        model.byte = 1000


def test_a_list_changed_to_something_wrong_is_not_sent() -> None:
    model = Everything()
    wrong: Any = {"key": 1}
    model.by_number.update(wrong)
    with pytest.raises(ValidationError):
        wire_of(model)


def test_unset_optional_members_are_left_out() -> None:
    assert "instant" not in wire_of(Everything())
    assert wire_of(Everything(inner=Inner(text="a"), next=Everything()))["next"]["items"] == []


def test_models_are_copied_and_pickled() -> None:
    model = Everything(color=Color.RED, inner=Inner(text="a"))
    assert copy.deepcopy(model) == model
    assert pickle.loads(pickle.dumps(model)) == model
    assert model.model_copy(update={"byte": 5}).byte == 5


def test_an_unknown_enum_value_is_kept() -> None:
    violet = Color("violet")
    assert (violet.value, str(violet), violet.is_known) == ("violet", "violet", False)
    assert violet == Color("violet")
    assert {violet: 1}[Color("violet")] == 1
    assert violet not in list(Color)
    assert pickle.loads(pickle.dumps(violet)) == violet
    assert Color("red") is Color.RED
    assert Color.RED.is_known
    assert {Color.RED: 1}[Color("red")] == 1


class Echo:
    """Answers every call with a fixed result, and keeps the params."""

    def __init__(self, result: object) -> None:
        self.result = result
        self.params: Mapping[str, Any] | None = None

    async def call(
        self, method: str, params: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> Any:
        assert (method, timeout) == ("a.b", 2.0)
        self.params = params
        return self.result


@pytest.mark.parametrize(
    ("result_type", "wire", "value"),
    [
        (Inner, {"text": "a", "newer": 1}, Inner(text="a")),
        (list[Inner], [{"text": "a"}], [Inner(text="a")]),
        (
            dict[_wire.LocalDate, _wire.BigDecimal],
            {"2024-01-01": "1"},
            {date(2024, 1, 1): Decimal(1)},
        ),
        (Inner | None, None, None),
        (_wire.Int, 5, 5),
        (Color, "violet", Color("violet")),
        (_wire.Bytes, "AA==", b"\0"),
    ],
)
async def test_a_result_is_read_as_its_type(result_type: Any, wire: object, value: object) -> None:
    method: _wire.Method[Any, Any] = _wire.Method(
        "a.b", params=lambda: Inner, result=lambda: result_type
    )
    echo = Echo(wire)
    assert await method.call(echo, Inner(text="b"), 2.0) == value
    assert echo.params == {"text": "b"}


@pytest.mark.parametrize(
    ("result_type", "wire"),
    [(Inner, None), (Inner, {"text": 1}), (_wire.Int, 2**31), (_wire.Double, float("inf"))],
)
async def test_a_result_that_does_not_fit_is_an_error(result_type: Any, wire: object) -> None:
    method: _wire.Method[None, Any] = _wire.Method("a.b", result=lambda: result_type)
    with pytest.raises(RpcDecodeError) as error:
        await method.call(Echo(wire), None, 2.0)
    assert (error.value.code, error.value.name) == (500, "invalid_result")
    assert str(error.value).startswith("a.b: the result does not fit the contract: ")
    assert isinstance(error.value.__cause__, ValidationError)


async def test_a_void_method_gives_none() -> None:
    echo = Echo({"newer": "result"})
    method: _wire.Method[None, None] = _wire.Method("a.b")
    await method.call(echo, None, 2.0)
    assert echo.params == {}


def test_schemas_of_all_types_are_made() -> None:
    assert "Everything" in TypeAdapter(Everything).json_schema(mode="serialization")["$defs"]
