"""What every model of the contract is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import to_json

if TYPE_CHECKING:
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

    # Type checkers take the signature of __init__, which names the fields.
    if not TYPE_CHECKING:

        def __new__(cls, **data: Any) -> Self:
            """Refuse a misspelt field, which reading leaves out silently as a newer server's."""
            if data:
                _check_names(cls, data)
            return super().__new__(cls)


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


def to_wire(params: Model) -> dict[str, Any]:
    """Give the JSON values of `params`, without the optional members that are not set.

    They are checked once more as they will be sent: a list in a model can change unnoticed.
    """
    values: dict[str, Any] = params.model_dump(
        mode="json", by_alias=True, exclude_none=True, warnings=False
    )
    type(params).model_validate_json(to_json(values, inf_nan_mode="constants"))
    return values
