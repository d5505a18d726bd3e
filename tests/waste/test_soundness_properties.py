"""The preview and the look over the calendar at night find the same, whatever the plan."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicefinder.waste.domain.checks import check_calendar
from servicefinder.waste.domain.outlooks import planned_outlook
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.domain.soundness import planned_soundness
from servicefinder.waste.enums import PlanState, ShiftState
from servicefinder.waste.models import Plan, Shift, TourRange
from tests.factories import waste as made
from tests.waste.random_tours import any_day, rhythms, shifts
from tests.waste.test_planning_properties import save

STREETS = ("Ostanlage", "Westring", "Nirgendweg")
SPANS = st.tuples(
    st.sampled_from(STREETS), st.sampled_from(("all", "odd", "even")), st.integers(1, 4), st.integers(4, 6)
)


def planned_year(data: st.DataObject, year: int) -> Plan:
    """Two tours with any rhythms, houses and shifts, approved."""
    plan = Plan.objects.create(year=year, state=PlanState.APPROVED)
    fractions = [made.fraction(f"Art {number}", f"art-{number}") for number in (1, 2, 3)]
    tours = [made.tour(code, year, streets=()) for code in ("nord", "sued")]
    for tour in tours:
        save(plan, data.draw(st.lists(rhythms(year), max_size=3)), tour, fractions)
        for street, parity, first, last in data.draw(st.lists(SPANS, max_size=3)):
            span = {"parity": parity, "first_number": first, "last_number": last}
            TourRange.objects.create(tour=tour, street=made.street(street), **span)
    moved = data.draw(shifts(year, {date(year, 1, 1)}, tuple(tour.pk for tour in tours)))
    for shift in moved:
        shift.plan, shift.state = plan, ShiftState.APPROVED
        shift.fraction_id = shift.fraction_id and fractions[shift.fraction_id - 1].pk
    Shift.objects.bulk_create(moved)
    return plan


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_preview_and_night_find_the_same_in_the_same_words(db: None, data: st.DataObject) -> None:
    Plan.objects.all().delete()
    for street in STREETS:
        for number in range(1, 7):
            made.address(street, number)
    publish(planned_year(data, 2025))
    plan = planned_year(data, 2026)
    today = data.draw(any_day(2026))

    previewed = planned_soundness(plan, planned_outlook(plan), today).problems
    publish(plan)
    found = [(each.severity, each.text) for each in check_calendar(today)]

    of_plan = [(severity, text) for severity, text in found if text.startswith("2026: ")]
    assert of_plan == [(severity, f"2026: {text}") for severity, text in previewed]
