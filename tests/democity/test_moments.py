"""Days of the demo city, whenever it is loaded."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from democity import content_files
from democity.loading.events import schedules
from democity.loading.load import Load
from home.domain.recurrence import occurrences
from workdays.domain.holidays import holidays_between

EVENTS = content_files.read("events")["events"]
DAYS = [date(2026, 11, 29), date(2026, 12, 25), date(2027, 7, 15), date(2028, 2, 29)]


def loaded_on(day: date) -> Load:
    return Load(home=SimpleNamespace(), today=day)


def days_of(slug: str, today: date) -> list[date]:
    entry = next(each for each in EVENTS if each["slug"] == slug)
    found = [each for schedule in schedules(entry, loaded_on(today)) for each in occurrences(schedule)]
    return sorted(timezone.localdate(each.start) for each in found)


@pytest.mark.parametrize("today", DAYS)
def test_nothing_that_repeats_is_on_a_holiday(today: date) -> None:
    for entry in EVENTS:
        if "repeat" in entry:
            days = days_of(entry["slug"], today)
            assert not holidays_between(days[0], days[-1]).keys() & set(days), entry["slug"]


def test_the_market_of_a_holiday_is_on_the_working_day_before() -> None:
    days = days_of("wochenmarkt-samstag", date(2026, 11, 29))

    assert date(2026, 12, 24) in days
    assert date(2026, 12, 26) not in days
    assert date(2027, 1, 2) in days


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 7, 1), date(2026, 11, 26)),
        (date(2026, 12, 23), date(2026, 11, 26)),
        (date(2026, 12, 24), date(2027, 11, 26)),
    ],
)
def test_a_season_is_the_one_that_runs_or_comes_next(today: date, first: date) -> None:
    assert days_of("weihnachtsmarkt", today) == [first]


def test_a_day_of_the_week_is_the_first_one_from_a_day_on() -> None:
    load = loaded_on(date(2026, 11, 29))

    assert load.weekday(18, 3) == date(2026, 12, 17)
    assert load.weekday(17, 3) == date(2026, 12, 17)
    assert load.day(18) - load.today == timedelta(days=18)
