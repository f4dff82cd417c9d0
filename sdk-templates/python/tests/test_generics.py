from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any, Generic, TypeVar

import pytest
from pydantic import TypeAdapter, ValidationError

from runtime import _wire
from runtime._model import to_wire

_T = TypeVar("_T")
_K = TypeVar("_K")


class Task(_wire.Model):
    id: str
    subtasks: Page[Task] | None = None


class Page(_wire.Model, Generic[_T]):
    items: list[_T] = _wire.empty_list()
    next: Page[_T] | None = None


class Pair(_wire.Model, Generic[_T, _K]):
    left: _T
    right: _K
    both: dict[str, Pair[_T, _K]] = _wire.empty_dict()


class Board(_wire.Model):
    tasks: Page[Task]
    prices: Page[_wire.BigDecimal]
    pages: Page[Page[_wire.Int | None]] | None = None
    pairs: list[Pair[Task, _wire.Bytes]] = _wire.empty_list()


BOTH_WAYS: list[tuple[Any, Any, Any]] = [
    (Page[Task], Page(items=[Task(id="1")]), {"items": [{"id": "1"}]}),
    (Page[_wire.BigDecimal], Page(items=[Decimal("1.50")]), {"items": ["1.50"]}),
    (Page[_wire.LongString], Page(items=[2**60]), {"items": [str(2**60)]}),
    (Page[_wire.Duration], Page(items=[timedelta(days=400)]), {"items": ["PT9600H"]}),
    (
        Page[Page[_wire.Bytes]],
        Page(items=[Page(items=[b"\0"])], next=Page(items=[])),
        {"items": [{"items": ["AA=="]}], "next": {"items": []}},
    ),
    (
        Task,
        Task(id="1", subtasks=Page(items=[Task(id="2", subtasks=Page())])),
        {"id": "1", "subtasks": {"items": [{"id": "2", "subtasks": {"items": []}}]}},
    ),
    (
        Pair[_wire.Int, list[Page[str]]],
        Pair(left=1, right=[Page(items=["a"])], both={"x": Pair(left=2, right=[])}),
        {
            "left": 1,
            "right": [{"items": ["a"]}],
            "both": {"x": {"left": 2, "right": [], "both": {}}},
        },
    ),
    (
        Board,
        Board(
            tasks=Page(items=[Task(id="1")]),
            prices=Page(items=[Decimal(1)], next=Page(items=[Decimal("2.0")])),
            pages=Page(items=[Page(items=[1, None])]),
            pairs=[Pair(left=Task(id="2"), right=b"\xff")],
        ),
        {
            "tasks": {"items": [{"id": "1"}]},
            "prices": {"items": ["1"], "next": {"items": ["2.0"]}},
            "pages": {"items": [{"items": [1, None]}]},
            "pairs": [{"left": {"id": "2"}, "right": "/w==", "both": {}}],
        },
    ),
]


@pytest.mark.parametrize(("type_", "value", "wire"), BOTH_WAYS)
def test_travels_by_its_arguments(type_: Any, value: object, wire: object) -> None:
    adapter = TypeAdapter(type_)
    assert to_wire(value, adapter) == wire
    assert adapter.validate_json(json.dumps(wire)) == value


WRONG: list[tuple[Any, Any]] = [
    (Page[_wire.Int], Page(items=["1"])),
    (Page[_wire.Int], Page(items=[2**31])),
    (Page[Page[_wire.Int]], Page(items=[Page(items=[1.5])])),
    (Page[Task], Page(items=[Page[str](items=[])])),
]


@pytest.mark.parametrize(("type_", "value"), WRONG)
def test_what_its_arguments_refuse_is_not_sent(type_: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        to_wire(value, TypeAdapter(type_))


def test_errors_name_the_model_with_its_arguments() -> None:
    with pytest.raises(ValidationError) as error:
        Pair[Page[_wire.BigDecimal], list[_wire.Int | None]].model_validate_json("{}")
    assert error.value.title == "Pair[Page[Decimal], list[int | None]]"
