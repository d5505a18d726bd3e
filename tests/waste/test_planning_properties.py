"""Shifts move exactly what they say: any rhythms, any year, any shifts."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicefinder.waste.domain.planning import (
    PlannedCollection,
    ShiftTable,
    collections_of_tour,
    planned_by_fraction,
)
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.enums import PlanState, ShiftState
from servicefinder.waste.models import Collection, Fraction, ListedDate, Plan, Rhythm, Shift, Tour
from tests.factories import waste as made
from tests.waste.random_tours import YEARS, rhythms, shifts

TOUR = 1


def planned(drawn: list[Rhythm], year: int, moved: list[Shift]) -> list[PlannedCollection]:
    tour = Tour(pk=TOUR, code="nord")
    tour._prefetched_objects_cache = {"rhythms": drawn}
    return list(collections_of_tour(tour, year, ShiftTable(moved)))


def is_meant(shift: Shift, tour: int, fraction: int, day: date) -> bool:
    return shift.planned_on == day and shift.tour_id in (None, tour) and shift.fraction_id in (None, fraction)


def nearness(shift: Shift) -> tuple[bool, bool]:
    """A tour is nearer than all tours; within either, one fraction is nearer than all."""
    return shift.tour_id is not None, shift.fraction_id is not None


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_each_planned_day_stays_one_and_goes_where_the_nearest_shift_says(data: st.DataObject) -> None:
    year = data.draw(YEARS)
    drawn = data.draw(st.lists(rhythms(year), min_size=1, max_size=4))
    days = {day for each in planned_by_fraction(drawn, year).values() for day in each} or {date(year, 1, 1)}
    moved = data.draw(shifts(year, days))

    found = planned(drawn, year, moved)

    places = [(each.fraction_id, each.planned_on) for each in found]
    assert len(places) == len(set(places))
    assert places == [(pk, day) for pk, days in planned_by_fraction(drawn, year).items() for day in days]
    for each in found:
        meant = [shift for shift in moved if is_meant(shift, TOUR, each.fraction_id, each.planned_on)]
        nearest = max(meant, key=nearness, default=None)
        assert each.day == (nearest.moved_to if nearest else each.planned_on)
        assert each.reason == (nearest.reason if nearest else "")


def stored(plan: Plan) -> dict[int, dict[str, object]]:
    rows = Collection.objects.filter(tour__plan=plan)
    fields = ("tour_id", "fraction_id", "planned_on", "day", "state", "reason", "sequence", "changed_at")
    return {row.pop("pk"): row for row in rows.values("pk", *fields)}


def save(plan: Plan, drawn: list[Rhythm], tour: Tour, fractions: list[Fraction]) -> None:
    for each in drawn:
        listed = [one.day for one in each.dates.all()]
        each.pk, each.tour, each.fraction = None, tour, fractions[each.fraction_id - 1]
        each._prefetched_objects_cache = {}
        each.save()
        ListedDate.objects.bulk_create(ListedDate(rhythm=each, day=day) for day in listed)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_one_shift_more_changes_only_what_it_names(db: None, data: st.DataObject) -> None:
    Plan.objects.all().delete()
    year = data.draw(YEARS)
    plan = Plan.objects.create(year=year, state=PlanState.APPROVED)
    fractions = [made.fraction(f"Art {number}", f"art-{number}") for number in (1, 2, 3)]
    tours = [made.tour(code, year, streets=()) for code in ("nord", "sued")]
    for tour in tours:
        save(plan, data.draw(st.lists(rhythms(year), min_size=1, max_size=3)), tour, fractions)
    publish(plan)
    before = stored(plan)
    again = publish(plan)
    assert (again.new, again.changed, again.changes) == (0, 0, []) and stored(plan) == before
    days = {row["planned_on"] for row in before.values()} or {date(year, 1, 1)}
    drawn = data.draw(shifts(year, days, tuple(tour.pk for tour in tours)).filter(bool))
    shift = drawn[0]
    shift.plan, shift.state = plan, ShiftState.APPROVED
    if shift.fraction_id:
        shift.fraction = fractions[shift.fraction_id - 1]
    shift.save()

    publish(plan)

    after = stored(plan)
    assert after.keys() == before.keys()
    for pk, row in after.items():
        old = before[pk]
        if not is_meant(shift, old["tour_id"], old["fraction_id"], old["planned_on"]):
            assert row == old
            continue
        assert row["day"] == (shift.moved_to or old["day"]) and row["reason"] == shift.reason
        assert row["sequence"] == old["sequence"] + 1 and row["changed_at"] > old["changed_at"]
        assert row["planned_on"] == old["planned_on"]
