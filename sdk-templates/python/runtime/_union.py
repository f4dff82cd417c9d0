"""Unions of the contract: one of several models, told apart by a member (T8)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, cast, get_args

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

# Not a text, which a variant could have as its tag.
_UNKNOWN = 0


@dataclass
class UnknownVariant:
    """A variant that only a newer server knows: the whole object, as JSON values."""

    members: dict[str, Any]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from_json = core_schema.no_info_after_validator_function(
            cls, core_schema.dict_schema(core_schema.str_schema(), core_schema.any_schema())
        )
        return core_schema.json_or_python_schema(
            from_json,
            core_schema.is_instance_schema(cls),
            serialization=core_schema.plain_serializer_function_ser_schema(_members),
        )


@dataclass(frozen=True)
class TaggedBy:
    """Says by which member, of its wire name, the models of a union are told apart."""

    member: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        variants = [part for part in get_args(source) if part is not UnknownVariant]
        tags = {variant: _tag(variant, self.member) for variant in variants}

        def choice(value: Any) -> Hashable:
            if isinstance(value, dict):
                tag = cast("dict[str, Any]", value).get(self.member)
                return tag if isinstance(tag, str) and tag in choices else _UNKNOWN
            if isinstance(value, UnknownVariant):
                return _UNKNOWN
            return next((tags[kind] for kind in variants if isinstance(value, kind)), None)

        choices: dict[Hashable, CoreSchema] = {
            tag: handler.generate_schema(variant) for variant, tag in tags.items()
        }
        choices[_UNKNOWN] = handler.generate_schema(UnknownVariant)
        names = ", ".join(variant.__name__ for variant in variants)
        return core_schema.tagged_union_schema(
            choices,
            choice,
            custom_error_type="variant",
            custom_error_message=f"Input should be one of {names} or UnknownVariant",
        )


def _members(unknown: UnknownVariant) -> dict[str, Any]:
    return unknown.members


def _tag(variant: type[BaseModel], member: str) -> str:
    for name, field in variant.model_fields.items():
        if member in (name, field.validation_alias):
            return str(field.default)
    raise TypeError(f"{variant.__name__} has no member {member}")
