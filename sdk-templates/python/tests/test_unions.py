from __future__ import annotations

import copy
import json
import pickle
from typing import Annotated, Any, Literal

import pytest
from pydantic import TypeAdapter, ValidationError
from typing_extensions import assert_never

from runtime import _wire
from runtime._model import to_wire


class Circle(_wire.Model):
    type: Literal["circle"] = "circle"
    radius: _wire.Double


class Group(_wire.Model):
    type: Literal["group"] = "group"
    shapes: list[Shape] = _wire.empty_list()
    by_name: dict[str, Shape | None] = _wire.empty_dict()
    label: str | None = None


class Point(_wire.Model):
    type: Literal["point"] = "point"


class Drawing(_wire.Model):
    shape: Shape
    background: Shape | None = None
    kind: Kind | None = None


class Kept(_wire.Model):
    class_: Literal["kept"] = _wire.Field(
        default="kept", validation_alias="class", serialization_alias="class"
    )
    count: _wire.Int


Shape = Annotated[Circle | Group | Point | _wire.UnknownVariant, _wire.TaggedBy("type")]
Kind = Annotated[Kept | _wire.UnknownVariant, _wire.TaggedBy("class")]

NEWER: dict[str, Any] = {"type": "star", "points": 5, "null": None, "deep": [{"a": None}]}


def area(shape: Shape) -> float | None:
    match shape:
        case Circle(radius=radius):
            return 3 * radius * radius
        case Group():
            return sum(area(inner) or 0 for inner in shape.shapes)
        case Point():
            return 0
        case _wire.UnknownVariant():
            return None
        case _:
            assert_never(shape)


BOTH_WAYS: list[tuple[Any, Any]] = [
    (Circle(radius=1.5), {"type": "circle", "radius": 1.5}),
    (Point(), {"type": "point"}),
    (
        Group(shapes=[Circle(radius=1.0), Group(shapes=[Point()])], by_name={"a": None}),
        {
            "type": "group",
            "shapes": [
                {"type": "circle", "radius": 1.0},
                {"type": "group", "shapes": [{"type": "point"}], "by_name": {}},
            ],
            "by_name": {"a": None},
        },
    ),
    (_wire.UnknownVariant(NEWER), NEWER),
    (
        Group(shapes=[_wire.UnknownVariant(NEWER)]),
        {"type": "group", "shapes": [NEWER], "by_name": {}},
    ),
    (_wire.UnknownVariant({}), {}),
    (_wire.UnknownVariant({"type": 5}), {"type": 5}),
]


@pytest.mark.parametrize(("shape", "wire"), BOTH_WAYS)
def test_travels_as_its_variant(shape: Any, wire: dict[str, Any]) -> None:
    alone: TypeAdapter[Any] = TypeAdapter(Shape)
    assert to_wire(shape, alone) == wire
    assert list(to_wire(shape, alone)) == list(wire)
    assert alone.validate_json(json.dumps(wire)) == shape

    inside = TypeAdapter(Drawing)
    drawing = Drawing(shape=shape, background=shape)
    assert to_wire(drawing, inside) == {"shape": wire, "background": wire}
    assert inside.validate_json(json.dumps({"shape": wire, "background": wire})) == drawing


@pytest.mark.parametrize(
    "wire", [{"type": "circle"}, {"type": "circle", "radius": "x"}, 5, "circle", [], None]
)
def test_refuses_what_is_no_variant(wire: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter[Any](Shape).validate_json(json.dumps(wire))


@pytest.mark.parametrize("value", [Kept(count=1), "point", None])
def test_takes_no_other_values_in_code(value: Any) -> None:
    with pytest.raises(ValidationError):
        Drawing(shape=value)


def test_says_what_it_takes() -> None:
    wrong: Any = Kept(count=1)
    with pytest.raises(ValidationError) as error:
        Drawing(shape=wrong)
    (problem,) = error.value.errors()
    assert problem["loc"] == ("shape",)
    assert problem["msg"] == "Input should be one of Circle, Group, Point or UnknownVariant"


def test_a_variant_alone_reads_its_own_tag_only() -> None:
    assert Circle.model_validate_json('{"radius": 1}') == Circle(radius=1.0)
    assert Circle.model_validate_json('{"type": "circle", "radius": 1}') == Circle(radius=1.0)
    with pytest.raises(ValidationError):
        Circle.model_validate_json('{"type": "point", "radius": 1}')


def test_a_tag_may_have_a_name_that_is_reserved() -> None:
    drawing = Drawing(shape=Point(), kind=Kept(count=1))
    wire = {"shape": {"type": "point"}, "kind": {"class": "kept", "count": 1}}
    assert to_wire(drawing, TypeAdapter(Drawing)) == wire
    assert Drawing.model_validate_json(json.dumps(wire)) == drawing


def test_is_matched_by_its_class() -> None:
    assert area(Group(shapes=[Circle(radius=1.0), Point()])) == 3
    assert area(_wire.UnknownVariant(NEWER)) is None
    assert isinstance(TypeAdapter[Shape](Shape).validate_json('{"type": "point"}'), Point)


def test_an_unknown_variant_is_copied_and_pickled() -> None:
    unknown = _wire.UnknownVariant(NEWER)
    assert copy.deepcopy(unknown) == unknown == pickle.loads(pickle.dumps(unknown))
    assert Drawing(shape=unknown).model_copy(deep=True).shape == unknown
