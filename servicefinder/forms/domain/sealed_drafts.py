"""The key of a draft is derived from its link: whoever lacks the link can read nothing of it.

Nothing of the key is stored. What the database knows is a SHA-256 of the token, which finds the row.
"""

import json
import os
import secrets
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from capabilities.domain.secrets import TOKEN_BYTES, TOKEN_PREFIX

PURPOSE = b"forms.draft"
KEY_BYTES = 32
NONCE_BYTES = 12


class DraftUnreadable(Exception):
    """What is stored was changed, or belongs to another draft."""


def new_token() -> str:
    """256 random bits, in the shape that the request log masks."""
    return TOKEN_PREFIX + secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> str:
    return sha256(PURPOSE + b"\0" + token.encode()).hexdigest()


class DraftSeal:
    """Seals and opens content of one draft. `what` names it: `content`, `file:<id>`, `file-name:<id>`."""

    def __init__(self, draft_id: UUID, token: str) -> None:
        derived = HKDF(SHA256(), KEY_BYTES, salt=draft_id.bytes, info=PURPOSE).derive(token.encode())
        self._draft = draft_id.bytes
        self._cipher = AESGCM(derived)

    def close(self, what: str, content: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, self._draft + what.encode())

    def open(self, what: str, sealed: bytes | memoryview) -> bytes:
        """Raises DraftUnreadable."""
        sealed = bytes(sealed)
        try:
            return self._cipher.decrypt(
                sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], self._draft + what.encode()
            )
        except InvalidTag as error:
            raise DraftUnreadable(what) from error

    def close_json(self, what: str, value: Any) -> bytes:
        return self.close(what, json.dumps(value, ensure_ascii=False).encode())

    def open_json(self, what: str, sealed: bytes | memoryview) -> Any:
        return json.loads(self.open(what, sealed))
