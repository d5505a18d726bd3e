"""Secrets in links: who has the address may act, until it expires or is revoked.

Only the SHA-256 of purpose and token is stored. A token holds 256 random bits, so neither a salt
nor a slow hash would add anything. Looking at a link (GET) never uses it up: mail scanners do that.
"""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.utils import timezone

from capabilities.enums import SecretProblem
from capabilities.models import Secret

# So that every token has an upper-case letter and a digit: by these the request log knows what to mask.
TOKEN_PREFIX = "K1"  # noqa: S105
TOKEN_BYTES = 32
# Crockford's base 32: no I, L, O, U; whoever types them means 1, 1, 0, V.
READABLE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READABLE_CHARACTERS = 16
LOOK_ALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
SAY_EXPIRED_FOR = timedelta(days=90)  # After this an old link is simply unknown.


class SecretRefused(Exception):
    """The token opens nothing; `str()` is a German sentence for the citizen."""

    def __init__(self, problem: SecretProblem) -> None:
        super().__init__(problem.label)
        self.problem = problem


def create(purpose: str, subject_id: str, expires_at: datetime, *, readable: bool = False) -> str:
    """A new token for `purpose` on `subject_id`; it cannot be read again later.

    A `readable` one can be typed: 16 letters and digits in groups, 80 bits. `normalised` takes it as typed.
    """
    token = _readable_token() if readable else TOKEN_PREFIX + secrets.token_urlsafe(TOKEN_BYTES)
    Secret.objects.create(
        purpose=purpose, subject=str(subject_id), digest=_digest(purpose, token), expires_at=expires_at
    )
    return token


def resolve(purpose: str, token: str) -> str:
    """The subject that `token` opens for `purpose`. Raises SecretRefused.

    The database compares hashes of the guess, so what its timing tells is of no use to a guesser.
    """
    secret = Secret.objects.filter(digest=_digest(purpose, token)).first()
    if secret is None:
        raise SecretRefused(SecretProblem.UNKNOWN)
    if secret.revoked_at is not None:
        raise SecretRefused(SecretProblem.REVOKED)
    if secret.expires_at <= timezone.now():
        raise SecretRefused(SecretProblem.EXPIRED)
    return secret.subject


def revoke(purpose: str, subject_id: str) -> int:
    """All tokens for `purpose` on `subject_id` stop working; how many did."""
    valid = Secret.objects.filter(purpose=purpose, subject=str(subject_id), revoked_at__isnull=True)
    return valid.update(revoked_at=timezone.now())


def prune_secrets() -> None:
    """Forget what expired three months ago."""
    Secret.objects.filter(expires_at__lt=timezone.now() - SAY_EXPIRED_FOR).delete()


def normalised(typed: str) -> str:
    """A readable token as it was made, however it was typed: case, blanks and look-alikes do not matter."""
    letters = "".join(typed.upper().split()).replace("-", "").translate(LOOK_ALIKES)
    if len(letters) != len(TOKEN_PREFIX) + READABLE_CHARACTERS:
        return typed
    groups = [letters[:2], *(letters[i : i + 4] for i in range(2, len(letters), 4))]
    return "-".join(groups)


def _readable_token() -> str:
    characters = (secrets.choice(READABLE_ALPHABET) for _ in range(READABLE_CHARACTERS))
    return normalised(TOKEN_PREFIX + "".join(characters))


def _digest(purpose: str, token: str) -> str:
    return sha256(f"{purpose}\0{token}".encode()).hexdigest()
