"""Reminders in nights in which clocks change, over a real mail server, and ended by a mail program."""

import re
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from django.test import Client

from outbox.domain.running import run_due_jobs
from outbox.models import OutgoingMail
from servicefinder.addresses.models import Address
from servicefinder.waste.domain.reminders import ask_for_reminder, confirm_reminder
from servicefinder.waste.domain.reminding import remind
from servicefinder.waste.models import Reminder
from servicefinder.waste.presentation.reminder_mails import reminder_mail
from tests.bench.serving import free_port
from tests.factories import waste as made

TEN_MINUTES = timedelta(minutes=10)


def subscribed(home: Address, hour: str = "evening") -> None:
    _, token = ask_for_reminder(home, f"{hour}@example.org", (), hour, "de")
    confirm_reminder(token)


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 3, 28)])
def test_each_is_reminded_once_in_a_night_of_23_or_25_hours(home: Address, day: date) -> None:
    made.collection(made.tour(streets=()), day)
    subscribed(home)
    subscribed(home, "morning")

    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=8)
    for _ in range(18 * 6):  # From the afternoon before until the forenoon.
        remind(reminder_mail, moment)
        moment += TEN_MINUTES

    told = [mail.to[0] for mail in OutgoingMail.objects.order_by("pk")]
    assert told == ["evening@example.org", "morning@example.org"]


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 3, 28)])
def test_worker_that_was_down_until_the_clocks_changed_makes_up_for_it(home: Address, day: date) -> None:
    made.collection(made.tour(streets=()), day)
    subscribed(home)
    after = datetime(day.year, day.month, day.day, 1, 5, tzinfo=UTC)  # Clocks change at 1:00 UTC.

    assert [remind(reminder_mail, after), remind(reminder_mail, after + timedelta(hours=1))] == [1, 0]


class Mailbox:
    """A mail server that keeps what it accepted."""

    def __init__(self) -> None:
        self.mails: list[Message] = []

    async def handle_DATA(self, server, session, envelope):  # type: ignore[no-untyped-def]  # noqa: N802
        self.mails.append(message_from_bytes(envelope.content))
        return "250 OK"


@pytest.fixture
def mailbox(settings):  # type: ignore[no-untyped-def]
    box = Mailbox()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    yield box
    controller.stop()


def test_mail_program_ends_it_by_the_headers_alone(client: Client, home: Address, mailbox: Mailbox) -> None:
    """As RFC 8058 says: a POST without cookie, referrer or origin, with the body that the header names."""
    subscribed(home)
    remind(reminder_mail, datetime(2026, 12, 20, 17, 5, tzinfo=UTC))
    run_due_jobs()

    (mail,) = mailbox.mails
    assert mail["Message-ID"] and mail["Auto-Submitted"] == "auto-generated"
    (address,) = re.findall(r"<(https?://[^>]+)>", "".join(mail["List-Unsubscribe"].split()))
    body = mail["List-Unsubscribe-Post"]
    assert body == "List-Unsubscribe=One-Click"
    path = urlsplit(address).path
    assert client.get(path).status_code == 200 and Reminder.objects.exists()

    answer = client.post(path, body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 200 and not answer.cookies and not Reminder.objects.exists()
    assert remind(reminder_mail, datetime(2026, 12, 22, 17, 5, tzinfo=UTC)) == 0
