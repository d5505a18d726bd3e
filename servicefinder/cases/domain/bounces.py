"""Mails that come back: a delivery status notification (RFC 3464) marks the case."""

from email import policy
from email.message import Message
from email.parser import BytesParser
from uuid import UUID

from django.db import transaction

from outbox.models import OutgoingMail

from ..enums import EntryKind
from ..models import Case
from .journal import THE_SYSTEM, record

BOUNCE_LIMIT_BYTES = 2 * 1024 * 1024


def take_bounce(raw: bytes) -> Case | None:
    """The case whose mail came back for good; None for anything else: a delay, a mail that is not ours."""
    message = BytesParser(policy=policy.compat32).parsebytes(raw[:BOUNCE_LIMIT_BYTES])
    if not _has_failed(message):
        return None
    key = OutgoingMail.objects.filter(message_id__in=_returned_ids(message)).values_list("key", flat=True)
    case_id = _case_of(key.first() or "")
    return mark_bounced(case_id) if case_id else None


@transaction.atomic
def mark_bounced(case_id: UUID) -> Case | None:
    """Journalled once, until somebody mends the address. None where the case is gone."""
    if Case.objects.filter(pk=case_id, mail_bounced=False).update(mail_bounced=True):
        record(case_id, EntryKind.MAIL_BOUNCED, THE_SYSTEM)
    return Case.objects.filter(pk=case_id).first()


def _has_failed(message: Message) -> bool:
    """Whether a part says `Action: failed` for a recipient."""
    reports = (part for part in message.walk() if part.get_content_type() == "message/delivery-status")
    groups = (group for report in reports for group in _parts(report))
    return any(str(group.get("Action", "")).strip().lower() == "failed" for group in groups)


def _returned_ids(message: Message) -> set[str]:
    """Message-IDs of the mail that came back: whole, or only its headers."""
    found = set()
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            found |= {str(inner.get("Message-ID", "")).strip() for inner in _parts(part)}
        elif part.get_content_type() == "text/rfc822-headers":
            content = part.get_payload(decode=True)
            headers = BytesParser().parsebytes(content if isinstance(content, bytes) else b"")
            found.add(str(headers.get("Message-ID", "")).strip())
    return found - {""}


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _case_of(key: str) -> UUID | None:
    kind, _, rest = key.partition(":")
    try:
        return UUID(rest.partition(":")[0]) if kind == "case" else None
    except ValueError:
        return None
