"""Reminders as mails."""

from django.urls import reverse
from django.utils import timezone, translation

from home.addresses import full_address
from outbox.domain.mail import MailDraft, queue_mail

from ..domain.due_bins import DueBin
from ..domain.reminder_messages import Message
from ..domain.reminders import end_token
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
    when = words.today if day <= timezone.localdate() else words.tomorrow
    end = _address(reminder, "waste_reminder_end", end_token(reminder.pk))
    names = ", ".join(_name(each, reminder.language) for each in message.bins)
    subject, text = (
        (words.changed_subject, words.changed) if message.corrects else (words.subject, words.text)
    )
    lines = (_line(each, reminder.language, message.corrects) for each in message.bins)
    return MailDraft(
        to=message.email,
        subject=subject.format(when=when, bins=names),
        text=text.format(
            when=when,
            day=long_day(day, texts),
            bins="\n".join(f"- {line}" for line in lines),
            address=reminder.address,
            page=_address(reminder, "waste_household", reminder.address_id),
            end=end,
        ),
        headers={"List-Unsubscribe": f"<{end}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def _line(due: DueBin, language: str, corrects: bool) -> str:
    """`Restmüll`; in a correction `Restmüll: nun am Dienstag, 22. Dezember 2026 (Glatteis)`."""
    name, words = _name(due, language), mail_texts_in(language)
    if not corrects:
        return name
    if not due.is_off:
        return f"{name}: {words.comes}"
    moved = due.moved_to and words.moved.format(day=long_day(due.moved_to, texts_in(language)))
    return f"{name}: {moved or words.off}{f' ({due.reason})' if due.reason else ''}"


def _name(due: DueBin, language: str) -> str:
    return due.name_en or due.name if language == "en" else due.name


def _address(reminder: Reminder, name: str, argument: object) -> str:
    with translation.override(reminder.language):
        return full_address(reverse(name, args=[argument]))
