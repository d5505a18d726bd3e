"""The mails that a message causes."""

from datetime import timedelta
from textwrap import indent

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from home.addresses import full_address
from home.domain.city_facts import city_facts
from home.message_wording import texts_in
from home.models import CitizenMessage
from limits.domain.rates import RateLimited, allow_subject
from outbox.domain.mail import queue_mail

# To one address, whoever enters it: more than anybody writes, too few to be a nuisance to its owner.
CONFIRMATIONS_PER_DAY = 5

NOTIFICATION = """Über die Website ist eine Nachricht eingegangen.

Art: {kind}
Betrifft: {subject}
Eingegangen: {arrived} Uhr

--- Nachricht ---
{text}
--- Ende der Nachricht ---

Absender: {sender}

Bearbeiten Sie die Nachricht bitte hier, damit alle den Stand sehen:
{inbox}

Sie wird spätestens am {deletion} gelöscht. Löschen Sie dann bitte auch diese E-Mail.
"""


def notify(message: CitizenMessage) -> None:
    """The recipient gets the text; a reply goes to the sender."""
    if not message.recipient_email:
        return
    about = f": {message.subject}" if message.subject else ""
    queue_mail(
        to=[message.recipient_email],
        subject=f"{message.get_kind_display()}{about}",
        text=NOTIFICATION.format(
            kind=message.get_kind_display(),
            subject=" – ".join(filter(None, (message.subject, full_address(message.subject_url)))) or "–",
            arrived=f"{timezone.localtime(message.created_at):%d.%m.%Y, %H:%M}",
            text=quoted(message.text),
            sender=", ".join(filter(None, (message.name, message.email, message.telephone)))
            or "ohne Angaben",
            inbox=full_address(reverse("citizenmessage:edit", args=[message.pk])),
            deletion=f"{message.delete_on:%d.%m.%Y}",
        ),
        reply_to=message.email,
    )


def confirm(message: CitizenMessage) -> None:
    """That it has arrived, without a word of the sender's: the address may be somebody else's."""
    if not message.email or not _may_confirm(message.email):
        return
    texts = texts_in(message.language)
    city = city_facts(Site.objects.filter(is_default_site=True).first())
    queue_mail(
        to=[message.email],
        subject=texts.confirmation_subject,
        text=texts.confirmation.format(authority=city["authority"]),
    )


def quoted(text: str) -> str:
    """Each line marked as the sender's, so that none of them can pass for a line of ours."""
    return indent("\n".join(text.splitlines()), "> ", lambda _: True)


def _may_confirm(address: str) -> bool:
    try:
        per = timedelta(days=1)
        allow_subject("message.confirmation", address.lower(), limit=CONFIRMATIONS_PER_DAY, per=per)
    except RateLimited:
        return False
    return True
