"""The key of a draft is derived from its link: whoever lacks the link can read nothing of it.

Nothing of the key is stored. What the database knows is a SHA-256 of the token, which finds the row.
"""

import secrets
from hashlib import sha256
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from capabilities.domain.secrets import TOKEN_BYTES, TOKEN_PREFIX
from servicefinder.cases.domain.ciphers import KEY_BYTES, Box

PURPOSE = b"forms.draft"


class DraftUnreadable(Exception):
    """What is stored was changed, or belongs to another draft."""


def new_token() -> str:
    """256 random bits, in the shape that the request log masks."""
    return TOKEN_PREFIX + secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> str:
    return sha256(PURPOSE + b"\0" + token.encode()).hexdigest()


class DraftSeal(Box):
    """Seals and opens content of one draft. `what` names it: `content`, `file:<id>`, `file-name:<id>`.

    What cannot be opened raises DraftUnreadable.
    """

    def __init__(self, draft_id: UUID, token: str) -> None:
        derived = HKDF(SHA256(), KEY_BYTES, salt=draft_id.bytes, info=PURPOSE).derive(token.encode())
        super().__init__(draft_id.bytes, derived)

    def refusal(self, what: str) -> DraftUnreadable:
        return DraftUnreadable(what)
