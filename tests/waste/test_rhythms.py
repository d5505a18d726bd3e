"""On which days a rhythm falls, for any rhythm and any year."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicefinder.waste.domain.planning import planned_by_fraction
from servicefinder.waste.domain.rhythms import days_between, monthly_days, weekly_days
from servicefinder.waste.models import Rhythm
from tests.waste.random_tours import YEARS, rhythms, slowly


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_it_falls_on_the_days_that_a_slow_look_at_each_day_finds(data: st.DataObject) -> None:
    year = data.draw(YEARS)
    rhythm = data.draw(rhythms(year))

    assert days_between(rhythm, date(year, 1, 1), date(year, 12, 31)) == slowly(rhythm, year)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_seasons_lose_no_day_and_double_none(data: st.DataObject) -> None:
    year = data.draw(YEARS)
    drawn: list[Rhythm] = data.draw(st.lists(rhythms(year), max_size=5))

    planned = planned_by_fraction(drawn, year)

    for fraction, days in planned.items():
        wanted = {day for each in drawn if each.fraction_id == fraction for day in slowly(each, year)}
        assert days == sorted(wanted)
    assert set(planned) == {each.fraction_id for each in drawn}


def test_two_weeks_go_on_over_a_year_of_53_weeks() -> None:
    anchor = date(2020, 1, 6)
    over = weekly_days(anchor, 2, date(2020, 12, 14), date(2021, 1, 31))

    assert over == [date(2020, 12, 21), date(2021, 1, 4), date(2021, 1, 18)]


@pytest.mark.parametrize(
    ("nth", "expected"), [(1, date(2028, 2, 1)), (4, date(2028, 2, 22)), (-1, date(2028, 2, 29))]
)
def test_weekday_of_a_leap_february(nth: int, expected: date) -> None:
    assert monthly_days(1, nth, date(2028, 2, 1), date(2028, 2, 29)) == [expected]
