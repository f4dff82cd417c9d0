"""What is left out on the wire: optional values that are not set, and changes that are none (T1)."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, Final, Literal, TypeVar, cast, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, SerializationInfo
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


class Unset(Enum):
    """The type of `UNSET`."""

    UNSET = "UNSET"

    def __repr__(self) -> str:
        return self.name

    def __bool__(self) -> Literal[False]:
        return False


UNSET: Final = Unset.UNSET
"""Leave it as it is: the default of every member of a partial update. None clears it."""


class _PatchForm:
    """The form of a member that is absent, null or a value."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        (value,) = (part for part in get_args(source) if part not in (Unset, type(None)))
        schema = core_schema.nullable_schema(handler.generate_schema(value))
        return core_schema.no_info_wrap_validator_function(
            lambda given, read: given if given is UNSET else read(given),
            schema,
            serialization=core_schema.wrap_serializer_function_ser_schema(
                _write_patch, schema=schema, info_arg=True, return_schema=core_schema.any_schema()
            ),
        )


def _write_patch(value: Any, write: Callable[[Any], Any], info: SerializationInfo) -> Any:
    if value is not UNSET:
        return write(value)
    # JSON has no word for it; on the wire it is left out.
    return value if info.mode == "python" else None


Patch = Annotated[T | Unset | None, _PatchForm()]
"""A change to a member: `UNSET` leaves it alone, None clears it, a value replaces it."""


def absent(value: Any) -> Any:
    """Tell which members of the models in `value` are not written, as pydantic's `exclude`.

    Give None where all are.
    """
    if isinstance(value, BaseModel):
        return _of_model(value)
    if isinstance(value, dict):
        return _of_parts(cast("dict[object, Any]", value).items())
    return _of_parts(enumerate(cast("list[object]", value))) if isinstance(value, list) else None


def _of_model(model: BaseModel) -> Any:
    left_out: dict[Any, Any] = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value is UNSET or (value is None and field.default is None):
            left_out[name] = True
        elif (inner := absent(value)) is not None:
            left_out[name] = inner
    for name, value in (model.model_extra or {}).items():
        if (inner := absent(value)) is not None:
            left_out[name] = inner
    return left_out or None


def _of_parts(parts: Any) -> Any:
    left_out = {key: inner for key, value in parts if (inner := absent(value)) is not None}
    return left_out or None
