"""What the contract fixes for the base client; every SDK renders its own `_contract`."""

from typing import Final, Literal

LAYOUT: Final[Literal["plain", "namespaced"]] = "plain"
"""The channel layout the server was generated for."""

CONTRACT_HASH: Final = "0000000000000000000000000000000000000000000000000000000000000000"
"""What the server compares with its own contract."""

SDK_VERSION: Final = "0.0.0"
"""The version of this SDK, told to Centrifugo on connect."""
