"""Reminders as mails."""

from django.urls import reverse
from django.utils import timezone, translation

from home.addresses import full_address
from outbox.domain.mail import MailDraft, queue_mail

from ..domain.reminders import end_token
from ..domain.reminding import Message
from ..models import Reminder
from ..wording import texts_in
from ..wording.mails import mail_texts_in
from .days import long_day


def send_confirmation(reminder: Reminder, email: str, token: str) -> None:
    words = mail_texts_in(reminder.language)
    link = _address(reminder, "waste_reminder_confirm", token)
    queue_mail(to=[email], subject=words.confirm_subject, text=words.confirm.format(link=link), forget=True)


def reminder_mail(message: Message) -> MailDraft:
    """With what mail programs need for a button that ends it at one press (RFC 8058)."""
    reminder, day = message.reminder, message.day
    words, texts = mail_texts_in(reminder.language), texts_in(reminder.language)
    names = [each.name_en or each.name if reminder.language == "en" else each.name for each in message.bins]
    when = words.today if day <= timezone.localdate() else words.tomorrow
    end = _address(reminder, "waste_reminder_end", end_token(reminder.pk))
    return MailDraft(
        to=message.email,
        subject=words.subject.format(when=when, bins=", ".join(names)),
        text=words.text.format(
            when=when,
            day=long_day(day, texts),
            bins="\n".join(f"- {name}" for name in names),
            address=reminder.address,
            page=_address(reminder, "waste_household", reminder.address_id),
            end=end,
        ),
        headers={"List-Unsubscribe": f"<{end}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def _address(reminder: Reminder, name: str, argument: object) -> str:
    with translation.override(reminder.language):
        return full_address(reverse(name, args=[argument]))
