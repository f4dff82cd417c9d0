"""Enums of the contract: closed when writing code, open when reading (T7)."""

from __future__ import annotations

from enum import Enum


class OpenEnum(str, Enum):
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

    @property
    def is_known(self) -> bool:
        """Whether this SDK's contract names the value."""
        return self.value in type(self)._value2member_map_

    def __reduce_ex__(self, _protocol: object) -> tuple[type[OpenEnum], tuple[str]]:
        # Some versions of Python pickle members by a name, which an unknown value does not have.
        return type(self), (self.value,)

    def __hash__(self) -> int:
        return str.__hash__(self)

    def __str__(self) -> str:
        return str(self.value)
