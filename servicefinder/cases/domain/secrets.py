"""What opens a case for the citizen: one secret, in the link of the mail and on the confirmation.

It can be typed: 16 letters and digits without look-alikes, 80 random bits.
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from capabilities.domain import secrets

PURPOSE = "cases.access"
VALID_FOR = timedelta(days=3 * 366)


def give_access(case_id: UUID) -> str:
    """A new secret; older ones keep working."""
    return secrets.create(PURPOSE, str(case_id), timezone.now() + VALID_FOR, readable=True)


def case_opened_by(token: str) -> UUID:
    """Raises SecretRefused."""
    return UUID(secrets.resolve(PURPOSE, secrets.normalised(token)))


def withdraw_access(case_id: UUID) -> None:
    secrets.revoke(PURPOSE, str(case_id))


def path_of(token: str, language: str = settings.LANGUAGE_CODE) -> str:
    """Where the case is read in `language`."""
    with translation.override(language):
        return reverse("case_status", args=[token])
