"""A tour that fails on its day: everywhere at once, and still so after the next publication."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from servicefinder.addresses.models import Address
from servicefinder.waste.domain import reminding
from servicefinder.waste.domain.approving import approve
from servicefinder.waste.domain.failed import record, waiting_for_a_day
from servicefinder.waste.domain.problems import NotPlannable
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.domain.reminders import ask_for_reminder, confirm_reminder
from servicefinder.waste.domain.shifting import Move, move
from servicefinder.waste.enums import CollectionState
from servicefinder.waste.models import Collection, Tour
from servicefinder.waste.presentation.reminder_mails import reminder_mail
from tests.factories import waste as made
from tests.waste.backoffice_people import worker

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY = date(2026, 12, 18), date(2026, 12, 19)


@pytest.fixture
def house() -> Address:
    return made.address()


@pytest.fixture
def tour(house: Address, monkeypatch: pytest.MonkeyPatch) -> Tour:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: FRIDAY)
    return made.published_year()


def test_page_feed_and_calendar_say_it(client: Client, tour: Tour, house: Address) -> None:
    calendar = f"/abfuhrkalender/{house.pk}/kalender.ics"
    tag = client.get(calendar)["ETag"]
    record(tour, FRIDAY, moved_to=SATURDAY, reason="Glatteis")

    answer = client.get(calendar, headers={"if-none-match": tag})
    text = answer.content.decode()
    event = next(each for each in text.split("BEGIN:VEVENT") if "20261218" in each.partition("DTSTART")[0])
    assert answer.status_code == 200 and "SEQUENCE:1" in event and "DTSTART;VALUE=DATE:20261219" in event
    assert "Glatteis" in client.get(f"/abfuhrkalender/{house.pk}/").content.decode()
    assert "Glatteis" in client.get("/abfuhrkalender/aenderungen.atom").content.decode()


def test_reminders_follow(tour: Tour, house: Address) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    _, token = ask_for_reminder(house, "anna@example.org", (), "evening", "de")
    confirm_reminder(token)
    record(tour, FRIDAY, moved_to=SATURDAY)

    assert reminding.remind(reminder_mail, datetime(2026, 12, 17, 18, 5, tzinfo=berlin)) == 0
    assert reminding.remind(reminder_mail, datetime(2026, 12, 18, 18, 5, tzinfo=berlin)) == 1


def test_next_publication_leaves_it_alone_and_nothing_else_gets_out(tour: Tour) -> None:
    plan = tour.plan
    other = date(2026, 12, 11)
    move(plan, Move(other, date(2026, 12, 19), "Noch nicht freigegeben"))
    record(tour, FRIDAY)
    assert Collection.objects.get(planned_on=other).sequence == 0

    approve(plan)
    publish(plan)

    failed = Collection.objects.get(planned_on=FRIDAY)
    assert (failed.state, failed.sequence) == (CollectionState.CANCELLED, 1)
    with pytest.raises(NotPlannable, match="Ausfall"):
        move(plan, Move(FRIDAY, SATURDAY, "Nachgeholt", tour=tour, fraction=made.fraction()))


def test_day_to_catch_up_is_named_later(tour: Tour) -> None:
    record(tour, FRIDAY)
    assert [row.day for row in waiting_for_a_day(FRIDAY)] == [FRIDAY]
    record(tour, FRIDAY, moved_to=SATURDAY)

    row = Collection.objects.get(planned_on=FRIDAY)
    assert (row.day, row.state, row.sequence) == (SATURDAY, CollectionState.SHIFTED, 2)
    assert not waiting_for_a_day(FRIDAY)


@pytest.mark.parametrize("moved_to", [FRIDAY, date(2026, 12, 20), date(2026, 12, 25)])
def test_days_on_which_nothing_can_be_caught_up(tour: Tour, moved_to: date) -> None:
    with pytest.raises(NotPlannable):
        record(tour, FRIDAY, moved_to=moved_to)
    assert Collection.objects.get(planned_on=FRIDAY).sequence == 0


def test_two_taps_on_a_phone(tour: Tour, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    client = worker()
    made.collection(tour, FRIDAY, made.fraction("Biotonne", "biotonne"))
    page = client.get(reverse("waste_work:failures")).content.decode()
    confirm = reverse("waste_work:failure", args=[tour.pk, FRIDAY.isoformat()])
    assert f'href="{confirm}"' in page and "Restmüll, Biotonne" in page
    form = client.get(confirm).content.decode()
    ticked = form.count(" checked")

    said = client.post(confirm, {"fractions": [made.fraction().pk]}, follow=True).content.decode()

    assert ticked == 2 and "gemeldet und öffentlich" in said and "noch ohne Nachholtermin" in said
    assert Collection.objects.get(planned_on=FRIDAY, fraction=made.fraction()).state == "cancelled"
    assert Collection.objects.get(planned_on=FRIDAY, fraction__key="biotonne").state == "planned"
    step = tour.plan.steps.first()
    assert step and step.made_by and step.kind == "failure"


def test_failure_of_friday_is_reported_on_sunday(tour: Tour, monkeypatch: pytest.MonkeyPatch) -> None:
    sunday = date(2026, 12, 20)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: sunday)
    client = worker()
    record(tour, date(2026, 12, 11))
    page = client.get(reverse("waste_work:failures")).content.decode()
    confirm = reverse("waste_work:failure", args=[tour.pk, FRIDAY.isoformat()])
    assert "Heute ist keine Abfuhr" in page and "<h3>Freitag, 18. Dezember</h3>" in page
    assert "<h3>Freitag, 11. Dezember</h3>" not in page and "04. Dezember" not in page

    said = client.post(confirm, {"fractions": [made.fraction().pk]}, follow=True).content.decode()

    assert "gemeldet und öffentlich" in said and "<h3>" not in said.partition("noch ohne Nachholtermin")[2]
    assert Collection.objects.get(planned_on=FRIDAY).state == CollectionState.CANCELLED


def test_days_before_stand_newest_first_in_as_many_queries(tour: Tour, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    client, address = worker(), reverse("waste_work:failures")
    with django_assert_max_num_queries(40) as few:
        client.get(address)
    for number in range(1, 15):
        for code in ("ost", "west"):
            made.collection(made.tour(code, streets=()), FRIDAY - timedelta(days=number))

    with django_assert_max_num_queries(len(few)):
        page = client.get(address).content.decode()

    days = re.findall(r"<h3>\w+, (\d+)\. Dezember</h3>", page)
    assert days == [str(FRIDAY.day - number) for number in range(1, 15)]


@pytest.mark.parametrize("day", ["2026-12-19", "2026-11-01", "unsinn", "2026-12-17"])
def test_days_that_cannot_have_failed(tour: Tour, day: str) -> None:
    assert worker().get(reverse("waste_work:failure", args=[tour.pk, day])).status_code == 404
