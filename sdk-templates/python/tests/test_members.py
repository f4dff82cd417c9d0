from __future__ import annotations

import copy
import json
import pickle
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from runtime import _wire
from runtime._model import Model, to_wire


class Priority(_wire.OpenIntEnum):
    LOW = 1
    HIGH = 10


class Inner(_wire.Model):
    text: str | None = None


class UpdateTask(_wire.Model):
    id: str
    note: _wire.Patch[str] = _wire.UNSET
    price: _wire.Patch[_wire.BigDecimal] = _wire.UNSET
    tags: _wire.Patch[list[str]] = _wire.UNSET
    inner: _wire.Patch[Inner] = _wire.Field(
        default=_wire.UNSET, validation_alias="in", serialization_alias="in"
    )
    priority: _wire.Patch[Priority] = _wire.UNSET


class Loose(_wire.Model):
    data: _wire.Json
    maybe: _wire.Json | None = None
    items: list[_wire.Json] = _wire.empty_list()


class Open(_wire.OpenModel):
    __pydantic_extra__: dict[str, _wire.Json] = _wire.Field(init=False)
    id: str
    class_: str | None = _wire.Field(
        default=None, validation_alias="class", serialization_alias="class"
    )


class Prices(_wire.OpenModel):
    __pydantic_extra__: dict[str, _wire.BigDecimal | None] = _wire.Field(init=False)
    id: str


class Tree(_wire.OpenModel):
    __pydantic_extra__: dict[str, Tree] = _wire.Field(init=False)


class Numbered(_wire.Model):
    priority: Priority = Priority.LOW
    counts: dict[Priority, _wire.Int] = _wire.empty_dict()


class Bounded(_wire.Model):
    byte: _wire.Byte = _wire.Field(default=1, ge=0, le=5)
    long: _wire.LongString = _wire.Field(default=1, gt=0)
    big: _wire.BigInteger = _wire.Field(default=1, lt=10)
    decimal: _wire.BigDecimal = _wire.Field(default=Decimal(0), ge=0, lt=5)
    maybe: _wire.Int | None = _wire.Field(default=None, ge=0)
    tags: list[str] = _wire.empty_list(min_length=1, max_length=2)
    map: dict[str, str] | None = _wire.Field(default=None, max_length=1)


def wire_of(model: Model) -> Any:
    return to_wire(model, TypeAdapter(type(model)))


BOTH_WAYS: list[tuple[Model, Any]] = [
    (UpdateTask(id="1"), {"id": "1"}),
    (
        UpdateTask(id="1", note=None, price=None, tags=None, inner=None, priority=None),
        {"id": "1", "note": None, "price": None, "tags": None, "in": None, "priority": None},
    ),
    (
        UpdateTask(
            id="1",
            note="UNSET",
            price=Decimal("1.50"),
            tags=[],
            inner=Inner(),
            priority=Priority(7),
        ),
        {"id": "1", "note": "UNSET", "price": "1.50", "tags": [], "in": {}, "priority": 7},
    ),
    (Loose(data=None), {"data": None, "items": []}),
    (
        Loose(data={"a": [None, 1.5, True, 2**70]}, maybe="x", items=[None, {"b": None}]),
        {"data": {"a": [None, 1.5, True, 2**70]}, "maybe": "x", "items": [None, {"b": None}]},
    ),
    (Open(id="1"), {"id": "1"}),
    (
        Open.model_validate({"id": "1", "json": None, "model_dump": [1], "x-y": {"a": None}}),
        {"id": "1", "json": None, "model_dump": [1], "x-y": {"a": None}},
    ),
    (
        Prices.model_validate({"id": "1", "eur": Decimal("1.50"), "usd": None}),
        {"id": "1", "eur": "1.50", "usd": None},
    ),
    (Tree.model_validate({"a": Tree.model_validate({"b": Tree()})}), {"a": {"b": {}}}),
    (Numbered(), {"priority": 1, "counts": {}}),
    (
        Numbered(priority=Priority(77), counts={Priority.HIGH: 1, Priority(-1): 2}),
        {"priority": 77, "counts": {"10": 1, "-1": 2}},
    ),
]


@pytest.mark.parametrize(("model", "wire"), BOTH_WAYS)
def test_travels_exactly(model: Model, wire: Any) -> None:
    assert wire_of(model) == wire
    assert type(model).model_validate_json(json.dumps(wire)) == model


@pytest.mark.parametrize(
    ("model", "wire"),
    [
        (UpdateTask, {"id": "1", "note": 5}),
        (UpdateTask, {"id": "1", "price": "UNSET"}),
        (UpdateTask, {"id": "1", "tags": [None]}),
        (Loose, {}),
        (Prices, {"id": "1", "eur": "x"}),
        (Tree, {"a": 5}),
        (Numbered, {"priority": "1"}),
        (Numbered, {"priority": 1.5}),
        (Numbered, {"priority": True}),
        (Numbered, {"priority": None}),
        (Numbered, {"counts": {"x": 1}}),
    ],
)
def test_refuses_what_does_not_fit(model: type[Model], wire: object) -> None:
    with pytest.raises(ValidationError):
        model.model_validate_json(json.dumps(wire))


@pytest.mark.parametrize(
    "data",
    [Decimal(1), (1,), {1: "a"}, float("nan"), [float("inf")], b"a", Inner(), {"a": [object()]}],
)
def test_any_is_a_json_value(data: object) -> None:
    with pytest.raises(ValidationError):
        Loose(data=data)
    loose = Loose(data=[])
    loose.data.append(data)
    with pytest.raises(ValidationError):
        wire_of(loose)


def test_null_in_place_of_a_container_is_an_empty_one() -> None:
    assert Loose.model_validate_json('{"data": 1, "items": null}').items == []
    assert Numbered.model_validate_json('{"counts": null}').counts == {}
    # Keys and elements are still read as JSON has them.
    assert Numbered.model_validate_json('{"counts": {"1": 5}}').counts == {Priority(1): 5}
    with pytest.raises(ValidationError):
        Loose.model_validate_json('{"data": 1, "items": {}}')


def test_what_is_unset_can_be_told_apart() -> None:
    task = UpdateTask(id="1", note="a")
    assert task.note is not _wire.UNSET
    assert len(task.note or "") == 1
    assert task.price is _wire.UNSET
    assert not task.price
    assert repr(task).endswith("note='a', price=UNSET, tags=UNSET, inner=UNSET, priority=UNSET)")
    assert copy.deepcopy(task) == task == pickle.loads(pickle.dumps(task))
    assert task.model_dump()["price"] is _wire.UNSET


def test_members_are_added_to_an_open_model() -> None:
    prices = Prices(id="1")
    prices.model_extra["eur"] = Decimal("1.50")
    assert wire_of(prices) == {"id": "1", "eur": "1.50"}
    prices.model_extra["usd"] = "1.50"
    with pytest.raises(ValidationError):
        wire_of(prices)


def test_an_unknown_number_is_kept() -> None:
    unknown = Priority(77)
    assert (unknown.value, str(unknown), int(unknown), unknown.is_known) == (77, "77", 77, False)
    assert unknown == Priority(77) == 77
    assert {unknown: 1}[Priority(77)] == 1
    assert unknown not in list(Priority)
    assert unknown > Priority.LOW
    assert pickle.loads(pickle.dumps(unknown)) == copy.deepcopy(unknown) == unknown
    assert Priority(1) is Priority.LOW
    assert Priority.LOW.is_known
    for wrong in ("1", 1.5, True, None):
        with pytest.raises((ValueError, ValidationError)):
            TypeAdapter(Priority).validate_python(wrong)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ({"byte": 0}, {"byte": -1}),
        ({"byte": 5}, {"byte": 6}),
        ({"long": 1}, {"long": 0}),
        ({"long": 2**63 - 1}, {"long": 2**63}),
        ({"big": 9}, {"big": 10}),
        ({"decimal": Decimal("0.00")}, {"decimal": Decimal("-0.01")}),
        ({"decimal": Decimal("4.99")}, {"decimal": Decimal("5.0")}),
        ({"maybe": None}, {"maybe": -1}),
        ({"tags": ["a"]}, {"tags": []}),
        ({"tags": ["a", "b"]}, {"tags": ["a", "b", "c"]}),
        ({"map": None}, {"map": {"a": "", "b": ""}}),
    ],
)
def test_bounds_hold_in_code_and_on_the_wire(good: dict[str, Any], bad: dict[str, Any]) -> None:
    tags: dict[str, Any] = {"tags": ["a"]}
    model = Bounded(**(tags | good))
    assert Bounded.model_validate_json(json.dumps(wire_of(model))) == model
    with pytest.raises(ValidationError):
        Bounded(**(tags | bad))
    as_text = {
        name: str(value) if name in ("long", "decimal") else value for name, value in bad.items()
    }
    with pytest.raises(ValidationError):
        Bounded.model_validate_json(json.dumps(tags | as_text))
