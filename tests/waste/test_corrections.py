"""Who was reminded learns once what has changed since."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from outbox.models import OutgoingMail
from servicefinder.addresses.models import Address
from servicefinder.waste.domain import reminding
from servicefinder.waste.domain.reminders import ask_for_reminder, confirm_reminder
from servicefinder.waste.enums import CollectionState
from servicefinder.waste.models import Collection, ReminderRun
from servicefinder.waste.presentation.reminder_mails import reminder_mail
from tests.factories import waste as made

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 12, 20, 18, 5, tzinfo=BERLIN)
NIGHT = datetime(2026, 12, 20, 22, 0, tzinfo=BERLIN)
FORENOON = datetime(2026, 12, 21, 9, 0, tzinfo=BERLIN)
AFTERNOON = datetime(2026, 12, 21, 14, 0, tzinfo=BERLIN)
DUE = date(2026, 12, 21)


@pytest.fixture
def reminded(home: Address) -> Address:
    """A household that was told of tomorrow's bin, and one in another street that has none."""
    made.address("Am Rand", 1)
    made.tour("rand", streets=("Am Rand",))
    for house in Address.objects.all():
        _, token = ask_for_reminder(house, f"n{house.number}@example.org", (), "evening", "de")
        confirm_reminder(token)
    assert remind(EVENING) == 1
    OutgoingMail.objects.all().delete()
    return home


def remind(now: datetime) -> int:
    return reminding.remind(reminder_mail, now)


def change(**values: object) -> None:
    Collection.objects.filter(planned_on=DUE).update(**values)


def test_nothing_new_is_no_mail(reminded: Address) -> None:
    assert [remind(NIGHT), remind(FORENOON), remind(AFTERNOON)] == [0, 0, 0]


def test_moved_day_is_told_once_with_the_new_day_and_the_reason(reminded: Address) -> None:
    change(day=date(2026, 12, 22), state=CollectionState.SHIFTED, reason="Glatteis")

    assert [remind(NIGHT), remind(NIGHT)] == [1, 0]
    mail = OutgoingMail.objects.get()
    assert mail.to == ["n5@example.org"] and mail.subject == "Geändert: Restmüll"
    assert "Abfuhr am Montag, 21. Dezember 2026" in mail.text
    assert "Restmüll: wird nun am Dienstag, 22. Dezember 2026 geleert (Glatteis)" in mail.text
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_tour_that_fails_on_the_day_is_told_in_the_afternoon_and_taken_back(reminded: Address) -> None:
    change(state=CollectionState.CANCELLED, reason="Fahrzeug defekt")
    assert remind(AFTERNOON) == 1 and "fällt aus (Fahrzeug defekt)" in OutgoingMail.objects.get().text
    OutgoingMail.objects.all().delete()

    change(state=CollectionState.PLANNED, reason="")

    assert remind(AFTERNOON) == 0


def test_bin_that_comes_in_addition_is_told_while_it_helps(reminded: Address) -> None:
    Collection.objects.filter(planned_on=date(2026, 12, 23)).update(day=DUE, state=CollectionState.SHIFTED)

    assert remind(AFTERNOON) == 0 and remind(FORENOON) == 1
    assert "Biotonne: wird an diesem Tag geleert" in OutgoingMail.objects.get().text


def test_who_is_reminded_later_gets_what_is_true_then(reminded: Address) -> None:
    change(day=date(2026, 12, 22), state=CollectionState.SHIFTED)
    remind(NIGHT)
    OutgoingMail.objects.all().delete()

    assert remind(datetime(2026, 12, 21, 18, 5, tzinfo=BERLIN)) == 1
    assert OutgoingMail.objects.get().subject == "Morgen: Restmüll"


def test_correction_goes_on_where_it_died(reminded: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminding, "BATCH", 1)
    for number in range(3):
        _, token = ask_for_reminder(reminded, f"p{number}@example.org", (), "evening", "de")
        confirm_reminder(token)
    change(state=CollectionState.CANCELLED)
    written: list[str] = []

    def dies_at_the_third(message):  # type: ignore[no-untyped-def]
        written.append(message.email)
        if len(written) == 3:
            raise RuntimeError
        return reminder_mail(message)

    with pytest.raises(RuntimeError):
        reminding.remind(dies_at_the_third, NIGHT)
    assert remind(NIGHT) == 2

    told = [mail.to[0] for mail in OutgoingMail.objects.all()]
    assert sorted(told) == ["n5@example.org", "p0@example.org", "p1@example.org", "p2@example.org"]
    assert ReminderRun.objects.get(correction=1).done_at
