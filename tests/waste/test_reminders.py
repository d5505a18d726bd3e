"""Reminders by e-mail: double opt-in, once each, ended at one press."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client

from capabilities.domain.tickets import issue_ticket
from outbox.domain.running import run_due_jobs
from outbox.models import OutgoingMail
from servicefinder.addresses.models import Address
from servicefinder.cases.models import DataKey
from servicefinder.waste.domain import reminding
from servicefinder.waste.domain.reminder_messages import Message
from servicefinder.waste.domain.reminders import ask_for_reminder, confirm_reminder, end_token
from servicefinder.waste.enums import CollectionState
from servicefinder.waste.models import Collection, Fraction, Reminder, ReminderRun
from servicefinder.waste.presentation.reminder_mails import reminder_mail

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}
BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 12, 20, 18, 5, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import timedelta

    monkeypatch.setattr("servicefinder.waste.forms.reminders.ReminderForm.min_age", timedelta(0))


def subscribed(
    home: Address, email: str = "anna@example.org", hour: str = "evening", fractions: tuple[int, ...] = ()
) -> Reminder:
    reminder, token = ask_for_reminder(home, email, fractions, hour, "de")
    confirm_reminder(token)
    return reminder


def test_nothing_is_sent_before_the_link_in_the_mail_was_confirmed(client: Client, home: Address) -> None:
    form = {"email": "anna@example.org", "hour": "evening", "ticket": issue_ticket("waste.reminder")}
    sent = client.post(f"/abfuhrkalender/{home.pk}/erinnerung/", form, headers=SAME_ORIGIN)
    run_due_jobs()

    assert sent.status_code == 200 and reminding.remind(reminder_mail, EVENING) == 0
    (link,) = [line for line in mail.outbox[0].body.splitlines() if line.startswith("http")]
    path = "/" + link.split("/", 3)[3]
    assert client.get(path).status_code == 200 and Reminder.objects.get().confirmed_at is None
    assert client.post(path, headers=SAME_ORIGIN).status_code == 200
    assert Reminder.objects.get().confirmed_at is not None
    assert b"anna" not in bytes(Reminder.objects.get().sealed_email)


def test_mistakes_keep_the_input(client: Client, home: Address) -> None:
    form = {"email": "anna@", "hour": "morning", "ticket": issue_ticket("waste.reminder")}
    response = client.post(f"/abfuhrkalender/{home.pk}/erinnerung/", form, headers=SAME_ORIGIN)

    assert response.status_code == 422 and 'value="anna@"' in response.content.decode()
    assert not Reminder.objects.exists()


def test_each_is_reminded_once_with_a_button_that_ends_it(home: Address) -> None:
    reminder = subscribed(home)

    assert [reminding.remind(reminder_mail, EVENING) for _ in range(3)] == [1, 0, 0]
    kept = OutgoingMail.objects.get().message_id
    run_due_jobs()

    (sent,) = mail.outbox
    assert sent.subject == "Morgen: Restmüll" and "Ostanlage 5" in sent.body
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert end_token(reminder.pk) in sent.extra_headers["List-Unsubscribe"]
    assert sent.extra_headers["Message-ID"] == kept and not OutgoingMail.objects.exists()


def test_a_worker_that_died_goes_on_where_it_was(home: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminding, "BATCH", 2)
    for number in range(5):
        subscribed(home, f"p{number}@example.org")
    written: list[str] = []

    def dies_at_the_fourth(message: Message) -> object:
        if len(written) == 3:
            written.append("died")
            raise RuntimeError
        written.append(message.email)
        return reminder_mail(message)

    with pytest.raises(RuntimeError):
        reminding.remind(dies_at_the_fourth, EVENING)  # type: ignore[arg-type]
    assert OutgoingMail.objects.count() == 2
    reminding.remind(reminder_mail, EVENING)

    assert sorted(each.to[0] for each in OutgoingMail.objects.all()) == [
        f"p{n}@example.org" for n in range(5)
    ]
    assert ReminderRun.objects.get().done_at


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 12, 20, 17, 59, tzinfo=BERLIN), []),
        (datetime(2026, 12, 20, 23, 0, tzinfo=BERLIN), [(date(2026, 12, 21), "evening")]),
        (datetime(2026, 12, 21, 5, 0, tzinfo=BERLIN), [(date(2026, 12, 21), "evening")]),
        (datetime(2026, 12, 21, 6, 0, tzinfo=BERLIN), [(date(2026, 12, 21), "morning")]),
        (datetime(2026, 12, 21, 12, 0, tzinfo=BERLIN), []),
        (datetime(2027, 3, 28, 3, 0, tzinfo=BERLIN), [(date(2027, 3, 28), "evening")]),
    ],
)
def test_what_is_due_follows_the_clock_on_the_wall(now: datetime, expected: list[object]) -> None:
    assert list(reminding.due_runs(now)) == expected


def test_neither_cancelled_days_nor_other_fractions_are_told(home: Address) -> None:
    bio = Fraction.objects.get(key="biotonne")
    subscribed(home, fractions=(bio.pk,))
    assert reminding.remind(reminder_mail, EVENING) == 0
    subscribed(home, hour="morning")
    Collection.objects.filter(day=date(2026, 12, 21)).update(state=CollectionState.CANCELLED)

    assert reminding.remind(reminder_mail, datetime(2026, 12, 21, 7, tzinfo=BERLIN)) == 0


def test_one_press_in_the_mail_program_ends_and_deletes(client: Client, home: Address) -> None:
    reminder = subscribed(home)
    path = f"/abfuhrkalender/erinnerung/{end_token(reminder.pk)}/abmelden/"

    assert client.get(path).status_code == 200 and client.post(path).status_code == 200
    assert Reminder.objects.exists()
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200

    assert not Reminder.objects.exists() and not DataKey.objects.filter(subject__contains="reminder").exists()
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert client.post(path.replace("K1", "K1x")).status_code == 404


def test_many_are_written_with_a_bounded_number_of_queries(
    home: Address, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    for number in range(40):
        subscribed(home, f"p{number}@example.org")
    with django_assert_max_num_queries(25):
        assert reminding.remind(reminder_mail, EVENING) == 40
