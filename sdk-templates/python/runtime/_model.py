"""What every model of the contract is made of."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import (
    CoreSchema,
    PydanticCustomError,
    PydanticSerializationError,
    core_schema,
    to_json,
)

from ._absent import absent
from ._building import enough_stack, load_references

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self


class Model(BaseModel):
    """A model of the contract: strict about what it is given, tolerant of fields it does not know.

    A field whose Python name differs from its wire name is given under either name.
    """

    model_config = ConfigDict(
        strict=True,
        populate_by_name=True,
        validate_assignment=True,
        extra="ignore",
        allow_inf_nan=False,
        protected_namespaces=(),
        defer_build=True,
    )

    # Type checkers take the signatures of the base class, whose __init__ names the fields.
    if not TYPE_CHECKING:

        def __new__(cls, /, **data: Any) -> Self:
            """Refuse a misspelt field, which reading leaves out silently as a newer server's."""
            if data and cls.model_config["extra"] == "ignore":
                _check_names(cls, data)
            return super().__new__(cls)

        @classmethod
        def model_rebuild(cls, *, _parent_namespace_depth: int = 2, **options: Any) -> bool | None:
            """Build the model; pydantic does so when it is first used."""
            load_references(cls)
            with enough_stack():
                # One more: this method stands between pydantic and the namespace it looks for.
                depth = _parent_namespace_depth + 1
                return super().model_rebuild(_parent_namespace_depth=depth, **options)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        load_references(cls)
        with enough_stack():
            return handler(source)

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """Name a generic model with its arguments, as errors and schemas show it."""
        return f"{cls.__name__}[{', '.join(map(_shown, params))}]"


class OpenModel(Model):
    """A model that keeps the members it has no fields for."""

    model_config = ConfigDict(extra="allow")

    if TYPE_CHECKING:
        # Each model says of what type its own are.
        __pydantic_extra__: Any = Field(init=False)

    @property
    def model_extra(self) -> dict[str, Any]:
        """The members beside the fields, by their wire names."""
        return cast("dict[str, Any]", self.__pydantic_extra__)


def empty_list(**options: Any) -> Any:
    """Make a field that is an empty list unless it is given; otherwise as pydantic's `Field`."""
    return _or_empty(Field(default_factory=list, **options), list)


def empty_dict(**options: Any) -> Any:
    """Make a field that is an empty dict unless it is given; otherwise as pydantic's `Field`."""
    return _or_empty(Field(default_factory=dict, **options), dict)


def _or_empty(field: Any, empty: Callable[[], Any]) -> Any:
    # The last of the field's metadata is asked first: what else is demanded holds for the container itself.
    field.metadata.append(_NullIsEmpty(empty))
    return field


class _NullIsEmpty:
    """Reads null as if nothing had been given (types T1)."""

    def __init__(self, empty: Callable[[], Any]) -> None:
        self._empty = empty

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # Not a validator before: that would see Python's values in place of JSON's, which strict models tell apart.
        return core_schema.no_info_after_validator_function(
            lambda value: self._empty() if value is None else value,
            core_schema.nullable_schema(handler(source)),
        )


def _check_names(model: type[Model], data: dict[str, Any]) -> None:
    known = set(model.model_fields)
    for field in model.model_fields.values():
        if isinstance(field.validation_alias, str):
            known.add(field.validation_alias)
    unknown = [name for name in data if name not in known]
    if unknown:
        raise ValidationError.from_exception_data(
            model.__name__,
            [{"type": "extra_forbidden", "loc": (name,), "input": data[name]} for name in unknown],
        )


def _shown(argument: Any) -> str:
    """The name of a type, without what stands in its annotation for machines."""
    if hasattr(argument, "__metadata__"):
        return _shown(argument.__origin__)
    parts = [_shown(part) for part in get_args(argument)]
    if get_origin(argument) in (Union, UnionType):
        return " | ".join(parts)
    name = "None" if argument is type(None) else getattr(argument, "__name__", str(argument))
    return f"{name}[{', '.join(parts)}]" if parts else name


def to_wire(params: Any, adapter: TypeAdapter[Any]) -> Any:
    """Give the JSON values of `params`, without the optional members that are not set.

    They are checked once more as they will be sent: a list in a model can change unnoticed.
    """
    # A generic model may come without its arguments, by which its members are written.
    typed = adapter.validate_python(params)
    try:
        values = adapter.dump_python(
            typed, mode="json", by_alias=True, exclude=absent(typed), warnings=False
        )
    except PydanticSerializationError as error:
        wrong = PydanticCustomError("serialization", "{reason}", {"reason": str(error)})
        raise ValidationError.from_exception_data(
            type(params).__name__, [{"type": wrong, "input": params}]
        ) from error
    adapter.validate_json(to_json(values, inf_nan_mode="constants"))
    return values
