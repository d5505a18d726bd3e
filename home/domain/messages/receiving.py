"""A message comes in: it and the mails it causes are written together or not at all."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from home.domain.messages.mails import confirm, notify
from home.enums import MessageKind
from home.models import CitizenMessage


@dataclass(frozen=True)
class Recipient:
    """Who deals with it. Without an e-mail address it waits in the inbox of the back office."""

    name: str
    email: str = ""
    department_id: UUID | None = None


@dataclass(frozen=True)
class Subject:
    """What it is about: a service, a topic, a page."""

    title: str = ""
    url: str = ""
    id: UUID | None = None


@dataclass(frozen=True)
class Sender:
    """What the sender chose to say about himself; possibly nothing."""

    name: str = ""
    email: str = ""
    telephone: str = ""


@transaction.atomic
def receive(
    kind: MessageKind,
    text: str,
    *,
    language: str,
    recipient: Recipient,
    subject: Subject,
    sender: Sender,
) -> CitizenMessage:
    """Store the message, tell the recipient, and confirm to the sender where there is an address."""
    message = CitizenMessage.objects.create(
        kind=kind,
        text=text,
        language=language,
        subject_id=subject.id,
        subject=subject.title,
        subject_url=subject.url,
        name=sender.name,
        email=sender.email,
        telephone=sender.telephone,
        recipient_name=recipient.name,
        recipient_email=recipient.email,
        department_id=recipient.department_id,
    )
    notify(message)
    confirm(message)
    return message
