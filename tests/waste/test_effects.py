"""What a change does to addresses, and whether a year is sound."""

from datetime import date, timedelta

import pytest

from servicefinder.addresses.models import Address
from servicefinder.waste.domain.effects import DayChange, effect_of, effect_of_publication
from servicefinder.waste.domain.outlooks import planned_outlook
from servicefinder.waste.domain.plan_checks import soundness_of
from servicefinder.waste.domain.shifting import Move, move
from servicefinder.waste.enums import ShiftState
from servicefinder.waste.models import Collection, Shift, TourRange
from tests.factories import waste as made

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 1)
FRIDAY, SATURDAY = date(2026, 12, 18), date(2026, 12, 19)


def test_only_houses_of_the_moved_tour_change() -> None:
    tour = made.published_year()
    near, far = made.address("Ostanlage", 5), made.address("Westring", 1)
    made.rhythm(made.tour("west", streets=("Westring",)), date(2026, 1, 5))
    made.address("Nirgendweg", 1)
    move(tour.plan, Move(FRIDAY, SATURDAY, "Messe", tour=tour))

    effect = effect_of_publication(tour.plan, TODAY)

    changed = {pk: effect.changes[pattern] for pk, pattern in effect.houses}
    rest = made.fraction().pk
    assert changed[near.pk] == [DayChange(rest, FRIDAY, SATURDAY)]
    assert all(each.before is None for each in changed[far.pk])  # Never published: all of it is new.
    assert effect.total == 3 and set(changed) == {near.pk, far.pk}
    assert effect.by_fraction() == {rest: 2}


def test_trying_a_change_leaves_nothing() -> None:
    tour = made.published_year()
    made.address()
    effect = effect_of(tour.plan, lambda: TourRange.objects.all().delete() and None, TODAY)

    assert [change.after for change in next(iter(effect.changes.values()))] == [None] * 4
    assert TourRange.objects.count() == 1 and Collection.objects.filter(sequence=0).count() == 52


def test_what_is_not_sound_is_counted() -> None:
    tour = made.published_year()
    plan, rest, bio = tour.plan, made.fraction(), made.fraction("Biotonne", "biotonne")
    for number in (1, 3, 5):
        made.address("Ostanlage", number)
    made.address("Westring", 1)
    made.address("Nirgendweg", 1)
    made.rhythm(tour, date(2026, 1, 2), 1, bio)
    west = made.tour("west", streets=("Westring",))
    made.rhythm(west, date(2026, 1, 5), 2)
    TourRange.objects.create(tour=west, street=made.street("Ostanlage"), first_number=5, last_number=5)
    day = date(2026, 6, 5)
    for weeks in range(2):
        move(plan, Move(day + timedelta(weeks=weeks), None, "Bau", tour=tour, fraction=rest))

    found = soundness_of(plan, planned_outlook(plan))

    assert (found.houses, found.unserved) == (5, 1)
    assert found.without == {bio.pk: 1} and found.doubled == {rest.pk: 1}
    (gap,) = found.too_long
    assert (gap.tour, gap.start, gap.end, gap.days, gap.allowed) == (
        "nord",
        date(2026, 5, 29),
        date(2026, 6, 19),
        21,
        11,
    )


def test_gap_counts_over_the_turn_of_the_year() -> None:
    made.published_year(2026)
    tour = made.tour(year=2027, state="draft")
    made.rhythm(tour, date(2027, 1, 29), 1, valid_from=date(2027, 1, 29))

    (gap,) = soundness_of(tour.plan, planned_outlook(tour.plan)).longest
    assert (gap.start, gap.end) == (date(2026, 12, 24), date(2027, 1, 29))


def test_open_conflict_moves_nothing_yet() -> None:
    tour = made.year_of_one_tour()
    christmas = date(2026, 12, 25)
    assert Shift.objects.get(planned_on=christmas).state == ShiftState.CONFLICT
    assert planned_outlook(tour.plan).tours["nord"][made.fraction().pk][christmas] == christmas


def test_queries_do_not_grow_with_houses(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    tour = made.published_year()
    made.address()
    with django_assert_num_queries(6) as few:
        planned_outlook(tour.plan)
    template = Address.objects.get()
    Address.objects.bulk_create(
        Address(street=template.street, number=number, postal_code="35990", district=template.district)
        for number in range(100, 400)
    )
    with django_assert_num_queries(len(few)):
        assert len(planned_outlook(tour.plan).houses) == 301
