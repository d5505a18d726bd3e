"""What is proposed for days that fall on a holiday."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicefinder.waste.domain.holidays import moved_days
from servicefinder.waste.enums import HolidayPolicy
from tests.waste.random_tours import YEARS, any_day
from workdays.domain.holidays import SATURDAY, holidays_between

LATER, EARLIER = HolidayPolicy.LATER, HolidayPolicy.EARLIER


SIX_DAYS, TWO_DAYS = timedelta(days=6), timedelta(days=2)


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


def test_saturday_before_is_not_given_twice() -> None:
    saturday, monday, holiday = date(2026, 4, 25), date(2026, 4, 27), date(2026, 4, 28)
    moved = dict(moved_days([saturday, monday, holiday], [holiday], EARLIER))
    assert moved == {monday: None, holiday: monday}


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


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(HolidayPolicy))
def test_nothing_is_lost_or_doubled_and_the_order_stays(data: st.DataObject, policy: HolidayPolicy) -> None:
    """For any days of any year: a day moves within its week, or a person is asked where no day is free."""
    year = data.draw(YEARS)
    holidays = holidays_between(date(year - 1, 12, 1), date(year + 1, 1, 31))
    near = data.draw(st.sampled_from(sorted(holidays)) | any_day(year))
    days = st.integers(-14, 14).map(lambda number: near + timedelta(days=number))
    planned = sorted(day for day in data.draw(st.sets(days)) if day.weekday() <= SATURDAY)

    moved = dict(moved_days(planned, holidays, policy))

    assert set(moved) <= set(planned)
    settled = [moved.get(day, day) for day in planned]
    done = [day for day in settled if day]
    assert done == sorted(set(done)) and holidays.keys().isdisjoint(done)
    for day, new in moved.items():
        monday = day - timedelta(days=day.weekday())
        first, last = (day, monday + SIX_DAYS) if policy == LATER else (monday - TWO_DAYS, day)
        assert new is None or first <= new <= last
        assert any(monday - TWO_DAYS <= holiday <= monday + SIX_DAYS for holiday in holidays)
    assert all(day in moved for day in planned if day in holidays)
