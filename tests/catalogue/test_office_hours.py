"""Opening hours as a published office carries them, with the holidays of Hesse."""

from datetime import date, datetime, time
from typing import Any

import pytest

from servicefinder.catalogue.domain.office_hours import hours_in_days, next_exception_change, office_state
from servicefinder.catalogue.domain.opening_hours import LOCAL_TIME
from servicefinder.catalogue.models import OpeningException, OpeningHours, PublishedOffice
from tests.factories.catalogue import OfficePageFactory


def office(**values: Any) -> dict[str, Any]:
    week = [
        {"weekday": day, "opens": "08:00:00", "closes": "12:00:00", "by_appointment_only": False, "note": ""}
        for day in range(5)
    ]
    document = {
        "opening_hours": week,
        "exceptions": [],
        "open_on_holidays": False,
        "by_appointment_only": False,
    }
    return document | values


def closed(starts_on: str, ends_on: str, reason: str = "") -> dict[str, Any]:
    days = {"starts_on": starts_on, "ends_on": ends_on}
    return {**days, "closed": True, "opens": None, "closes": None, "reason": reason}


def sentence(document: dict[str, Any], *moment: int) -> str:
    state = office_state(document, datetime(*moment, tzinfo=LOCAL_TIME))  # type: ignore[misc]
    assert state is not None
    return state.sentence


def test_holidays_in_hesse_are_closed_without_anybody_entering_them() -> None:
    # Corpus Christi is a holiday in Hesse.
    assert sentence(office(), 2027, 5, 27, 9) == "Geschlossen (Fronleichnam), öffnet morgen 8 Uhr"
    assert sentence(office(open_on_holidays=True), 2027, 5, 27, 9) == "Heute bis 12 Uhr geöffnet"


def test_holidays_at_the_turn_of_the_year() -> None:
    assert sentence(office(), 2026, 12, 31, 13).endswith("öffnet Montag 8 Uhr")


def test_reason_of_an_exception_is_told() -> None:
    document = office(exceptions=[closed("2026-07-27", "2026-07-28", "Umzug")])

    assert sentence(document, 2026, 7, 28, 9) == "Geschlossen (Umzug), öffnet morgen 8 Uhr"


def test_whole_office_by_appointment() -> None:
    assert (
        sentence(office(by_appointment_only=True), 2026, 11, 16, 9) == "Heute bis 12 Uhr mit Termin geöffnet"
    )


def test_office_without_hours_says_nothing() -> None:
    assert office_state(office(opening_hours=[]), datetime(2026, 11, 16, 9, tzinfo=LOCAL_TIME)) is None


def test_hours_of_the_coming_days() -> None:
    document = office(exceptions=[closed("2026-11-17", "2026-11-17")])

    days = hours_in_days(document, date(2026, 11, 16), 3)

    assert {day.isoformat(): len(hours) for day, hours in days.items()} == {
        "2026-11-16": 1,
        "2026-11-17": 0,
        "2026-11-18": 1,
    }


def test_next_change_by_an_exception() -> None:
    document = office(exceptions=[closed("2026-07-27", "2026-08-07")])

    assert next_exception_change(document, date(2026, 3, 1)) == date(2026, 5, 28), "comes into view"
    assert next_exception_change(document, date(2026, 7, 1)) == date(2026, 7, 27), "begins"
    assert next_exception_change(document, date(2026, 7, 27)) == date(2026, 7, 28), "has fewer days left"
    assert next_exception_change(document, date(2026, 8, 7)) == date(2026, 8, 8), "is over"
    assert next_exception_change(document, date(2026, 8, 8)) is None


@pytest.mark.django_db
def test_published_office_answers_the_question() -> None:
    day = date(2026, 11, 18)
    morning = OpeningHours(weekday=0, opens=time(8), closes=time(12))
    afternoon = OpeningHours(weekday=0, opens=time(14), closes=time(18))
    special = {"closed": False, "opens": time(10), "closes": time(11, 30)}
    OfficePageFactory(
        opening_hours=[morning, afternoon],
        exceptions=[OpeningException(starts_on=day, ends_on=day, **special)],
    )

    document = PublishedOffice.objects.get().document

    assert sentence(document, 2026, 11, 16, 13) == "Geschlossen, öffnet heute 14 Uhr"
    assert sentence(document, 2026, 11, 18, 10) == "Heute bis 11:30 Uhr geöffnet"
