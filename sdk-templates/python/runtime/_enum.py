"""Enums of the contract: closed when writing code, open when reading (T7)."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class _Open(Enum):
    @property
    def is_known(self) -> bool:
        """Whether this SDK's contract names the value."""
        return self.value in type(self)._value2member_map_

    def __reduce_ex__(self, _protocol: object) -> tuple[type[Any], tuple[Any]]:
        # Some versions of Python pickle members by a name, which an unknown value does not have.
        return type(self), (self.value,)

    def __str__(self) -> str:
        return str(self.value)


class OpenEnum(str, _Open):
    """An enum whose members are strings, and that keeps a value it does not know.

    A newer server's value becomes a member of its own, equal to its text and to itself.
    """

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    def __hash__(self) -> int:
        return str.__hash__(self)


class OpenIntEnum(int, _Open):
    """An enum whose members are whole numbers, and that keeps a value it does not know.

    A newer server's value becomes a member of its own, equal to its number and to itself.
    """

    @classmethod
    def _missing_(cls, value: object) -> OpenIntEnum | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[OpenIntEnum], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # As pydantic reads enums of numbers, true is 1 and the key "1" of an object is no value.
        number = core_schema.int_schema()
        return core_schema.json_or_python_schema(
            core_schema.no_info_after_validator_function(cls, number),
            core_schema.is_instance_schema(cls),
            serialization=core_schema.plain_serializer_function_ser_schema(
                int, return_schema=number, when_used="json"
            ),
        )

    def __hash__(self) -> int:
        return int.__hash__(self)
