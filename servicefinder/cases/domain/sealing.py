"""Content under a case's key: AES-256-GCM, bound to the case and to what it is."""

import json
import os
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .keys import NONCE_BYTES, KeyProblem, create_key, destroy_key, key_of, keys_of

# As a BinaryField gives it: PostgreSQL hands out memoryviews.
Sealed = bytes | memoryview


class Seal:
    """Seals and opens what belongs to one case. `what` names the content: `name`, `data`, `message` …"""

    def __init__(self, case_id: UUID, key: bytes) -> None:
        self._case = case_id.bytes
        self._cipher = AESGCM(key)

    @classmethod
    def new(cls, case_id: UUID) -> "Seal":
        return cls(case_id, create_key(subject_of(case_id)))

    @classmethod
    def of(cls, case_id: UUID) -> "Seal":
        """Raises DataErased after the key was destroyed, KeyProblem where `DATA_KEYS` lacks its wrapper."""
        return cls(case_id, key_of(subject_of(case_id)))

    @classmethod
    def of_many(cls, case_ids: list[UUID]) -> dict[UUID, "Seal"]:
        """Seals by case, in one query; cases without a key are left out."""
        keys = keys_of([subject_of(each) for each in case_ids])
        return {each: cls(each, key) for each in case_ids if (key := keys.get(subject_of(each)))}

    def close(self, what: str, content: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, self._bound_to(what))

    def open(self, what: str, sealed: Sealed) -> bytes:
        """Raises KeyProblem for content that was changed, or belongs elsewhere."""
        sealed = bytes(sealed)
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], self._bound_to(what))
        except InvalidTag as error:
            raise KeyProblem(f"the sealed {what} cannot be opened") from error

    def close_text(self, what: str, text: str) -> bytes:
        return self.close(what, text.encode())

    def open_text(self, what: str, sealed: Sealed) -> str:
        return self.open(what, sealed).decode()

    def close_json(self, what: str, value: Any) -> bytes:
        return self.close_text(what, json.dumps(value, ensure_ascii=False))

    def open_json(self, what: str, sealed: Sealed) -> Any:
        return json.loads(self.open_text(what, sealed))

    def _bound_to(self, what: str) -> bytes:
        return self._case + what.encode()


def subject_of(case_id: UUID) -> str:
    return f"case:{case_id}"


def erase(case_id: UUID) -> None:
    """From now on nobody can read what was sealed for the case."""
    destroy_key(subject_of(case_id))
