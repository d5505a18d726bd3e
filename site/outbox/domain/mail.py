"""Mail goes out through a row: written with the change that causes it, sent by the worker."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from email.utils import format_datetime, make_msgid
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPHeloError,
    SMTPRecipientsRefused,
    SMTPResponseException,
)
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from outbox.domain.jobs import RetryLater, enqueue_many, enqueue_new
from outbox.models import Job, OutgoingMail

MAIL_KIND = "outbox.mail"
SERVER_PAUSE_SECONDS = 120
KEEP_SENT = timedelta(days=14)  # Long enough to answer "did my mail go out?", then the personal data goes.


def queue_mail(
    *,
    to: list[str],
    subject: str,
    text: str,
    reply_to: str = "",
    key: str | None = None,
    forget: bool = False,
) -> None:
    """Send a plain-text mail after the current transaction commits; with `forget` nothing of it is kept.

    With `key`, a second call while the first mail is kept (until 14 days after sending) does nothing.
    Raises ValueError without a recipient.
    """
    if not to:
        raise ValueError("a mail needs a recipient")
    mail = _row(to, subject, text, reply_to=reply_to, key=key, forget_when_sent=forget)
    with transaction.atomic():
        OutgoingMail.objects.bulk_create([mail], ignore_conflicts=True)
        written = OutgoingMail.objects.filter(message_id=mail.message_id).values_list("pk", flat=True).first()
        if written is not None:
            enqueue_new(MAIL_KIND, str(written))


@dataclass(frozen=True)
class MailDraft:
    """A mail of many: one recipient, and headers such as `List-Unsubscribe`."""

    to: str
    subject: str
    text: str
    headers: dict[str, str]


def queue_mails(drafts: Iterable[MailDraft]) -> None:
    """Send each after the current transaction commits; nothing of it is kept then. Few statements."""
    mails = [
        _row([draft.to], draft.subject, draft.text, headers=draft.headers, forget_when_sent=True)
        for draft in drafts
    ]
    with transaction.atomic():
        written = OutgoingMail.objects.bulk_create(mails, batch_size=100)
        enqueue_many(MAIL_KIND, [str(mail.pk) for mail in written])


def send_mail(key: str, payload: dict) -> None:
    """Hand one mail over. A server that is down, or says "later" (4xx), costs no attempt."""
    mail = OutgoingMail.objects.filter(pk=key, sent_at__isnull=True).first()
    if mail is None:
        return
    try:
        _message(mail).send()
    except OSError as error:  # Also the base of all that smtplib raises.
        if _is_the_mails_fault(error):
            raise
        raise RetryLater(SERVER_PAUSE_SECONDS, f"Mailserver: {error}") from error
    if mail.forget_when_sent:
        OutgoingMail.objects.filter(pk=mail.pk).delete()
        return
    OutgoingMail.objects.filter(pk=mail.pk).update(sent_at=timezone.now())


def prune_mails() -> None:
    """Forget mails that were handed over, or whose job was discarded, two weeks ago; others keep waiting."""
    before = timezone.now() - KEEP_SENT
    waiting = [int(key) for key in Job.objects.filter(kind=MAIL_KIND).values_list("key", flat=True)]
    OutgoingMail.objects.filter(sent_at__lt=before).delete()
    OutgoingMail.objects.filter(sent_at__isnull=True, created_at__lt=before).exclude(pk__in=waiting).delete()


def _row(to: list[str], subject: str, text: str, **values: Any) -> OutgoingMail:
    """Unsaved, with the Message-ID that it keeps."""
    return OutgoingMail(
        to=list(to),
        subject=" ".join(subject.split())[:255],  # A line break in a subject would be a new header.
        text=text,
        message_id=make_msgid(domain=urlsplit(settings.BASE_URL).hostname or "localhost"),
        **values,
    )


def _is_the_mails_fault(error: OSError) -> bool:
    """Whether the server has looked at this mail and refused it for good (RFC 5321: 5xx)."""
    if isinstance(error, SMTPRecipientsRefused):
        return any(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, SMTPConnectError | SMTPHeloError | SMTPAuthenticationError):
        return False
    return isinstance(error, SMTPResponseException) and error.smtp_code >= 500


def _message(mail: OutgoingMail) -> EmailMessage:
    return EmailMessage(
        subject=mail.subject,
        body=mail.text,
        to=mail.to,
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={
            "Message-ID": mail.message_id,
            "Date": format_datetime(timezone.localtime(mail.created_at)),
            "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers, please.
            **mail.headers,
        },
    )
