"""To whom a message goes when nothing more exact is known."""

from typing import Any

from home.domain.messages.receiving import Recipient
from home.enums import MessageKind
from home.models import MessageSettings

SETTING = {
    MessageKind.FEEDBACK: "feedback_email",
    MessageKind.CONTACT: "contact_email",
    MessageKind.BARRIER: "barrier_email",
}


def default_recipient(kind: MessageKind, saved: MessageSettings, city: dict[str, Any]) -> Recipient:
    """The address set for this kind of message, or the city's own."""
    return Recipient(name=city["authority"], email=getattr(saved, SETTING[kind]) or city["email"])
