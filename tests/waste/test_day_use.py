"""What the days around a conflict are taken for, told to whom has to choose one of them."""

from datetime import date

import pytest

from servicefinder.waste.domain.day_use import use_of_days
from servicefinder.waste.domain.holidays import propose_holiday_shifts
from servicefinder.waste.domain.shifting import Move, move
from servicefinder.waste.enums import HolidayPolicy, PlanState
from servicefinder.waste.models import Plan
from servicefinder.waste.presentation.backoffice.years import shifts_of
from tests.factories import waste as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Plan:
    """2028 with a collection on each day from Monday to Friday; Christmas is on Monday and Tuesday."""
    tour = made.tour(year=2028, state=PlanState.DRAFT)
    for number in range(3, 8):
        made.rhythm(
            tour, date(2028, 1, number), weeks=1, what=made.fraction(f"Art {number}", f"art-{number}")
        )
    propose_holiday_shifts(tour.plan)
    return tour.plan


def words_of_conflict(plan: Plan) -> list[str]:
    (conflict,), _ = shifts_of(plan)
    assert conflict.planned == "Fr 29.12.2028"
    return [words for words, _ in conflict.days]


def test_days_that_shifts_lead_to_are_not_free_and_come_last(plan: Plan) -> None:
    assert words_of_conflict(plan) == [
        "Sa 23.12.2028 (sonst frei)",
        "Mi 27.12.2028 (schon belegt: Mo 25.12.)",
        "Do 28.12.2028 (schon belegt: Di 26.12.)",
        "Sa 30.12.2028 (schon belegt: Do 28.12.)",
        "Di 02.01.2029 (2029 ist noch nicht geplant)",
    ]


def test_days_of_the_next_year_count_too(plan: Plan) -> None:
    made.rhythm(made.tour(year=2029, state=PlanState.DRAFT), date(2029, 1, 2))

    assert words_of_conflict(plan)[1:3] == [
        "Mi 03.01.2029 (sonst frei)",
        "Mi 27.12.2028 (schon belegt: Mo 25.12.)",
    ]
    assert words_of_conflict(plan)[-1] == "Di 02.01.2029 (auch sonst Abfuhr)"


def test_day_from_which_everything_has_gone_is_free(plan: Plan) -> None:
    friday = date(2028, 12, 22)
    assert not use_of_days(plan).is_free(friday)
    move(plan, Move(friday, date(2028, 12, 23), "Betriebsversammlung"))

    use = use_of_days(plan)
    assert use.is_free(friday) and use.moved[date(2028, 12, 23)] == [friday]


def test_a_year_takes_no_day_that_the_year_before_needs() -> None:
    last = made.tour("donnerstag", year=2026, state="draft")
    made.rhythm(last, date(2026, 1, 1), weeks=1)
    new_year = made.tour("freitag", year=2027, state="draft", policy=HolidayPolicy.EARLIER)
    made.rhythm(new_year, date(2027, 1, 1), weeks=1)

    propose_holiday_shifts(new_year.plan)

    assert new_year.plan.shifts.get(planned_on=date(2027, 1, 1)).moved_to == date(2026, 12, 30)
