"""Asking for reminders, confirming, and ending them."""

import uuid
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone

from capabilities.domain import secrets
from servicefinder.addresses.models import Address

from ..models import Reminder
from .reminder_seals import forget_key, seal_email

CONFIRM = "waste.reminder"
CONFIRM_WITHIN = timedelta(days=2)
SALT = "waste.reminder.end"


class UnknownReminder(Exception):
    """The link was not made here, or what it was for is gone."""


def ask_for_reminder(
    address: Address, email: str, fractions: Iterable[int], hour: str, language: str
) -> tuple[Reminder, str]:
    """Kept, but nothing is sent before it is confirmed; with the token of the link that confirms."""
    reminder_id = uuid.uuid4()
    with transaction.atomic():
        reminder = Reminder.objects.create(
            id=reminder_id,
            address=address,
            sealed_email=seal_email(reminder_id, email),
            fractions=sorted(set(fractions)),
            hour=hour,
            language=language,
        )
        token = secrets.create(CONFIRM, str(reminder_id), timezone.now() + CONFIRM_WITHIN)
    return reminder, token


def confirm_reminder(token: str) -> UUID:
    """Twice is as good as once. Raises SecretRefused, UnknownReminder."""
    reminder_id = UUID(secrets.resolve(CONFIRM, token))
    Reminder.objects.filter(pk=reminder_id, confirmed_at=None).update(confirmed_at=timezone.now())
    if not Reminder.objects.filter(pk=reminder_id).exists():
        raise UnknownReminder
    return reminder_id


def end_token(reminder_id: UUID) -> str:
    """For the link in each mail: the same in all of them, valid as long as the reminder is."""
    return "K1" + _signer().sign(reminder_id.hex)


def reminder_to_end(token: str) -> UUID:
    """Raises UnknownReminder for a link that was not made here."""
    try:
        return UUID(_signer().unsign(token.removeprefix("K1")))
    except (BadSignature, ValueError) as error:
        raise UnknownReminder from error


def end_reminder(reminder_id: UUID) -> None:
    """Deletes it and the key of its mail address; twice is as good as once."""
    with transaction.atomic():
        Reminder.objects.filter(pk=reminder_id).delete()
        forget_key(reminder_id)
        secrets.revoke(CONFIRM, str(reminder_id))


def forget_unconfirmed() -> None:
    old = Reminder.objects.filter(confirmed_at=None, created_at__lt=timezone.now() - CONFIRM_WITHIN)
    for reminder_id in old.values_list("pk", flat=True).iterator(chunk_size=500):
        end_reminder(reminder_id)


def _signer() -> Signer:
    return Signer(salt=SALT, sep="~")
