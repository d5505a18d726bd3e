"""Keys that wrap the keys of personal data."""

import base64
import binascii
import hashlib
from pathlib import Path

from .environment import generated_key
from .variables import InvalidSettings

KEY_BYTES = 32
NAME_CHARACTERS = 40
GENERATED_NAME = "generated"


def data_keys(
    entries: list[str], data_dir: Path, variable: str = "DATA_KEYS", file: str = "data-key"
) -> dict[str, bytes]:
    """Keys by name, the newest first, from `name:base64`; else one that is kept in `data_dir / file`."""
    if not entries:
        secret = generated_key(data_dir / file)
        return {GENERATED_NAME: hashlib.sha256(secret.encode()).digest()}
    keys: dict[str, bytes] = {}
    for entry in entries:
        name, separator, encoded = entry.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not separator or not 0 < len(name) <= NAME_CHARACTERS or len(key) != KEY_BYTES or name in keys:
            raise InvalidSettings(
                f"{variable}: {name[:NAME_CHARACTERS]!r} is not a new name with 32 bytes in base64. "
                "Make such bytes with `openssl rand -base64 32`."
            )
        keys[name] = key
    return keys
