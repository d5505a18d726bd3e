"""What is proposed for days that fall on a holiday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicefinder.waste.domain.holidays import moved_days
from servicefinder.waste.enums import HolidayPolicy
from workdays.domain.holidays import holidays_between

LATER, EARLIER = HolidayPolicy.LATER, HolidayPolicy.EARLIER


def week(monday: date, days: int = 5) -> list[date]:
    return [monday + timedelta(days=number) for number in range(days)]


def test_holiday_in_the_week_pushes_the_days_after_it() -> None:
    ascension = date(2026, 5, 14)
    moved = dict(moved_days(week(date(2026, 5, 11)), [ascension], LATER))
    assert moved == {ascension: date(2026, 5, 15), date(2026, 5, 15): date(2026, 5, 16)}


def test_holiday_pulls_the_days_before_it_forward() -> None:
    monday = date(2026, 4, 6)
    moved = dict(moved_days([monday, monday + timedelta(days=1)], [monday], EARLIER))
    assert moved == {monday: date(2026, 4, 4)}


@pytest.mark.parametrize("name", ["Karfreitag", "Fronleichnam"])
def test_holidays_of_hesse_count(name: str) -> None:
    holidays = holidays_between(date(2026, 1, 1), date(2026, 12, 31))
    day = next(day for day, called in holidays.items() if called == name)
    assert dict(moved_days([day], holidays, LATER)) == {day: day + timedelta(days=1)}


def test_christmas_2026_is_a_conflict_for_a_person() -> None:
    """Friday and Saturday are holidays: no day is left to catch up, and the next week has 1 January."""
    holidays = holidays_between(date(2026, 12, 1), date(2027, 1, 31))
    days = [*week(date(2026, 12, 21)), *week(date(2026, 12, 28))]
    moved = dict(moved_days(days, holidays, LATER))
    assert moved == {date(2026, 12, 25): None, date(2027, 1, 1): date(2027, 1, 2)}


days_of_a_year = st.sets(st.integers(0, 370).map(lambda number: date(2026, 1, 1) + timedelta(days=number)))


@given(days_of_a_year, st.sampled_from(HolidayPolicy))
def test_nothing_is_doubled_and_the_order_stays(planned: set[date], policy: HolidayPolicy) -> None:
    weekdays = {day for day in planned if day.weekday() < 5}
    holidays = set(holidays_between(date(2025, 12, 1), date(2027, 2, 28)))
    moved = dict(moved_days(weekdays, holidays, policy))
    settled = [moved.get(day, day) for day in sorted(weekdays)]
    done = [day for day in settled if day]
    assert done == sorted(done)
    assert not holidays & set(done)
    assert all(day.weekday() < 6 for day in done)
    if policy == LATER:
        assert len(done) == len(set(done))
