"""AES-256-GCM as all of the case file uses it: a random nonce before the text, bound to what it is."""

import json
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12

# As a BinaryField gives it: PostgreSQL hands out memoryviews.
Sealed = bytes | memoryview


class Unreadable(Exception):
    """Another key, or content that was changed or belongs elsewhere."""


class Box:
    """Seals and opens what belongs to `owner`; `what` names the content: nothing takes another's place."""

    def __init__(self, owner: bytes, key: bytes) -> None:
        self._owner = owner
        self._cipher = AESGCM(key)

    def close(self, what: str, content: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, self._bound_to(what))

    def open(self, what: str, sealed: Sealed) -> bytes:
        """Raises what `refusal` gives, here Unreadable."""
        sealed = bytes(sealed)
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], self._bound_to(what))
        except InvalidTag as error:
            raise self.refusal(what) from error

    def close_text(self, what: str, text: str) -> bytes:
        return self.close(what, text.encode())

    def open_text(self, what: str, sealed: Sealed) -> str:
        return self.open(what, sealed).decode()

    def close_json(self, what: str, value: Any) -> bytes:
        return self.close_text(what, json.dumps(value, ensure_ascii=False))

    def open_json(self, what: str, sealed: Sealed) -> Any:
        return json.loads(self.open_text(what, sealed))

    def refusal(self, what: str) -> Exception:
        return Unreadable(what)

    def _bound_to(self, what: str) -> bytes:
        return self._owner + what.encode()
