"""The fingerprint of each method; every SDK renders its own `_fingerprints`."""

from typing import Final

FINGERPRINTS: Final[dict[str, str]] = {
    "tasks.create": "00000000",
}
