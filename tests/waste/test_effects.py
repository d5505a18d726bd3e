"""What a change does to addresses, and whether a year is sound."""

from datetime import date, timedelta

import pytest

from servicefinder.addresses.models import Address
from servicefinder.waste.domain.effects import DayChange, effect_of, effect_of_publication
from servicefinder.waste.domain.outlooks import planned_outlook
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.domain.schedules import served
from servicefinder.waste.domain.shifting import Move, move
from servicefinder.waste.domain.soundness import planned_soundness
from servicefinder.waste.enums import ShiftState
from servicefinder.waste.models import Change, Collection, Shift, TourRange
from servicefinder.waste.presentation.changes import title
from servicefinder.waste.wording import texts_in
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
    made.served(west, first_number=5, last_number=5)
    day = date(2026, 6, 5)
    for weeks in range(2):
        move(plan, Move(day + timedelta(weeks=weeks), None, "Bau", tour=tour, fraction=rest))

    found = planned_soundness(plan, planned_outlook(plan), date(2026, 1, 1))

    coverage = found.coverage
    assert coverage.unserved.number == 1 and list(coverage.without) == [bio.pk]
    assert list(coverage.doubled) == [rest.pk]
    assert [problem.text for problem in found.problems] == [
        "Ohne Tour: Nirgendweg 1.",
        "Biotonne wird hier nicht abgeholt: Westring 1.",
        "Restmüll steht hier in mehr als einer Tour: Ostanlage 5.",
        "Tour Nord, Restmüll: vom 29.05.2026 bis 19.06.2026 keine Abfuhr, "
        "der Rhythmus meint höchstens 1 Woche.",
    ]
    assert len(planned_soundness(plan, planned_outlook(plan), date(2026, 6, 20)).problems) == 3


def test_one_lost_day_of_a_weekly_rhythm_is_a_gap_and_one_moved_within_its_week_is_none() -> None:
    tour = made.published_year()
    made.address()
    monday = made.rhythm(made.tour("west", streets=()), date(2026, 1, 5), 1)
    day = date(2026, 6, 8)
    move(tour.plan, Move(day, day + timedelta(days=5), "Bau", tour=monday.tour))
    assert not planned_soundness(tour.plan, planned_outlook(tour.plan), TODAY.replace(month=1)).problems

    move(tour.plan, Move(day, None, "Bau", tour=monday.tour))

    (problem,) = planned_soundness(tour.plan, planned_outlook(tour.plan), TODAY.replace(month=1)).problems
    assert "vom 01.06.2026 bis 15.06.2026" in problem.text


def test_gap_counts_over_the_turn_of_the_year() -> None:
    made.published_year(2026)
    tour = made.tour(year=2027, state="draft")
    made.rhythm(tour, date(2027, 1, 29), 1, valid_from=date(2027, 1, 29))

    (gap,) = planned_soundness(tour.plan, planned_outlook(tour.plan), TODAY).longest
    assert (gap.start, gap.end, gap.too_long) == (date(2026, 12, 24), date(2027, 1, 29), True)


def test_houses_of_the_draft_are_not_what_citizens_have() -> None:
    tour = made.published_year()
    house = made.address()
    west = made.rhythm(made.tour("west", streets=()), date(2026, 1, 5)).tour
    tour.ranges.update(tour=west)

    effect = effect_of_publication(tour.plan, TODAY)

    assert effect.houses == [(house.pk, (("nord",), ("west",)))]
    assert [code for _, code, _, _ in served(house.pk).tours] == ["nord"]
    publish(tour.plan)
    assert [code for _, code, _, _ in served(house.pk).tours] == ["west"]
    assert not effect_of_publication(tour.plan, TODAY).houses
    told = [title(each, texts_in("de")) for each in Change.objects.exclude(tour=None).order_by("tour__code")]
    assert told[0] == "Tour Nord: Die Straßen sind neu eingeteilt (2026)"


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
