"""The mail address of a reminder under a key of its own; without the key nobody reads it."""

from collections.abc import Iterable
from uuid import UUID

from servicefinder.cases.domain.ciphers import Box, Sealed
from servicefinder.cases.domain.keys import create_key, destroy_key, keys_of

EMAIL = "email"


def seal_email(reminder_id: UUID, email: str) -> bytes:
    return Box(reminder_id.bytes, create_key(_subject(reminder_id))).close_text(EMAIL, email)


def open_emails(sealed: Iterable[tuple[UUID, Sealed]]) -> dict[UUID, str]:
    """Addresses by reminder, in one query; those whose key is gone are left out."""
    rows = list(sealed)
    keys = keys_of([_subject(each) for each, _ in rows])
    return {
        each: Box(each.bytes, key).open_text(EMAIL, content)
        for each, content in rows
        if (key := keys.get(_subject(each)))
    }


def forget_key(reminder_id: UUID) -> None:
    destroy_key(_subject(reminder_id))


def _subject(reminder_id: UUID) -> str:
    return f"waste.reminder:{reminder_id}"
