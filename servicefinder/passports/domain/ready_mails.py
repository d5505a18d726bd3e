"""“Tell me when it is ready”: an address that nobody can read until the line that says *ready* opens it."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.debug import sensitive_variables

from capabilities.domain import secrets
from home.addresses import full_address
from outbox.domain.mail import queue_mail
from servicefinder.cases.domain.ciphers import Box, Unreadable

from ..enums import DocumentState
from ..mail_wording import mail_in
from ..models import ReadyMail
from . import digests
from .lines import Line
from .pepper_checks import remember_pepper
from .records import find

PURPOSE = "passports.ready_mail"
OWNER, ADDRESS = b"passports", "address"
CONFIRM_WITHIN, KEPT = timedelta(days=2), timedelta(days=180)


@sensitive_variables("serial", "fact", "address")
@transaction.atomic
def ask_for_mail(serial: str, fact: str, address: str, language: str) -> None:
    """Ask the address whether it wants to be told. The same steps whatever is known of the document."""
    pepper = digests.newest()
    remember_pepper(pepper)
    found = find(serial, fact)
    is_due = found is not None and found.state >= DocumentState.READY
    keys = (digests.digest(serial, fact, pepper, digests.MAIL_KEY), _house_key(pepper))
    row = ReadyMail.objects.create(
        handle=digests.digest(serial, fact, pepper, digests.MAIL_HANDLE),
        sealed_address=Box(OWNER, keys[is_due]).close_text(ADDRESS, address),
        pepper=pepper,
        language=language,
        is_due=is_due,
        expires_on=timezone.localdate() + CONFIRM_WITHIN,
    )
    token = secrets.create(PURPOSE, str(row.pk), timezone.now() + KEPT)
    _send(address, "confirm", language, link=_link(language, "passport_mail", token))


@transaction.atomic
def confirm(mail_id: str) -> bool:
    """The address agreed; sent at once where the document has become ready. False where it is gone."""
    rows = ReadyMail.objects.filter(pk=mail_id)
    if not rows.update(is_confirmed=True, expires_on=timezone.localdate() + KEPT):
        return False
    row = rows.get()
    if row.is_due:
        address = Box(OWNER, _house_key(row.pepper)).open_text(ADDRESS, row.sealed_address)
        _tell(row, address)
    return True


@transaction.atomic
def cancel(mail_id: str) -> None:
    ReadyMail.objects.filter(pk=mail_id).delete()
    secrets.revoke(PURPOSE, mail_id)


def tell_ready(lines: list[Line]) -> None:
    """Open and send what waits for these lines, in the current transaction; later what is not confirmed."""
    keys = {handle: key for line in lines for handle, key in line.openers.items()}
    handles = [bytes.fromhex(handle) for handle in keys]
    for start in range(0, len(handles), 500):
        waiting = ReadyMail.objects.filter(handle__in=handles[start : start + 500], is_due=False)
        for row in waiting.select_for_update():
            try:
                key = bytes.fromhex(keys[bytes(row.handle).hex()])
                address = Box(OWNER, key).open_text(ADDRESS, row.sealed_address)
            except Unreadable:
                continue
            if row.is_confirmed:
                _tell(row, address)
            else:
                sealed = Box(OWNER, _house_key(row.pepper)).close_text(ADDRESS, address)
                ReadyMail.objects.filter(pk=row.pk).update(sealed_address=sealed, is_due=True)


def _tell(row: ReadyMail, address: str) -> None:
    _send(address, "ready", row.language, link=_link(row.language, "passport_status"))
    secrets.revoke(PURPOSE, str(row.pk))
    row.delete()


def _send(address: str, occasion: str, language: str, *, link: str) -> None:
    words = mail_in(language, occasion)
    text = words.text.format(link=link, sender=settings.SITE_NAME)
    queue_mail(to=[address], subject=words.subject, text=text, forget=True)


def _link(language: str, name: str, *args: str) -> str:
    with translation.override(language):
        return full_address(reverse(name, args=args))


def _house_key(pepper: str) -> bytes:
    return digests.house_key(pepper, digests.DUE_MAILS)
