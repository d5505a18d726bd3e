"""A year from the copy to its publication, and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outbox.domain.running import run_due_jobs
from servicefinder.waste.domain.approving import approve
from servicefinder.waste.domain.copying import copy_plan, in_year
from servicefinder.waste.domain.holidays import propose_again
from servicefinder.waste.domain.planning import planned_by_fraction
from servicefinder.waste.domain.problems import NotPlannable, NotPublishable
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.domain.restoring import restore, withdraw
from servicefinder.waste.domain.rhythms import weekly_days
from servicefinder.waste.domain.scheduling import publish_scheduled, schedule_publication, unschedule
from servicefinder.waste.domain.shifting import Move, move, take_back
from servicefinder.waste.enums import HolidayPolicy, PlanState, RhythmKind, ShiftState, StepKind
from servicefinder.waste.models import Change, Collection, ListedDate, Plan, PlanRevision, Rhythm, Shift
from servicefinder.waste.presentation.backoffice.years import shifts_of, steps_of_year
from tests.factories import waste as made

CHRISTMAS, EVE = date(2026, 12, 25), date(2026, 12, 24)
pytestmark = pytest.mark.django_db


def days(plan: Plan) -> dict[str, list[date]]:
    return {
        tour.code: [
            day for found in planned_by_fraction(tour.rhythms.all(), plan.year).values() for day in found
        ]
        for tour in plan.tours.all()
    }


def test_copy_goes_on_over_the_turn_of_the_year() -> None:
    tour = made.year_of_one_tour(2026)
    Rhythm.objects.update(interval=2)
    copied = copy_plan(tour.plan, 2027)

    together = days(tour.plan)["nord"] + days(copied)["nord"]
    assert together == weekly_days(date(2026, 1, 2), 2, date(2026, 1, 1), date(2027, 12, 31))
    (new_year,) = copied.shifts.filter(planned_on=date(2027, 1, 1))
    assert (new_year.moved_to, new_year.state) == (date(2027, 1, 2), ShiftState.PROPOSED)
    assert copied.state == PlanState.DRAFT and copied.tours.get().ranges.count() == 1


def test_seasons_and_listed_days_find_their_place_in_the_new_year() -> None:
    tour = made.tour(year=2027, state=PlanState.DRAFT)
    bio = made.fraction("Biotonne", "biotonne")
    made.rhythm(tour, date(2027, 1, 5), 2, bio, valid_until=date(2027, 2, 28))
    made.rhythm(tour, date(2027, 1, 5), 1, bio, valid_from=date(2027, 3, 1))
    trees = made.rhythm(tour, date(2027, 1, 1), kind=RhythmKind.LISTED)
    ListedDate.objects.create(rhythm=trees, day=date(2027, 1, 11))  # The second Monday.
    copied = copy_plan(tour.plan, 2028)

    spans = Rhythm.objects.filter(tour__plan=copied, fraction=bio).values_list("valid_from", "valid_until")
    assert list(spans) == [
        (date(2028, 1, 1), date(2028, 2, 29)),  # A leap year: no day between the seasons is lost.
        (date(2028, 3, 1), date(2028, 12, 31)),
    ]
    assert ListedDate.objects.get(rhythm__tour__plan=copied).day == date(2028, 1, 10)


@given(some.dates(date(2000, 1, 1), date(2090, 12, 30)), some.integers(-3, 9))
def test_seasons_that_follow_each_other_still_do(end: date, years: int) -> None:
    one_day = timedelta(days=1)
    until = in_year(end + one_day, end.year, end.year + years) - one_day
    assert in_year(end + one_day, end.year, end.year + years) == until + one_day


def test_a_year_is_copied_once() -> None:
    tour = made.year_of_one_tour()
    copy_plan(tour.plan, 2027)
    with pytest.raises(NotPlannable, match="2027"):
        copy_plan(tour.plan, 2027)


def test_nothing_is_approved_before_a_person_has_settled_each_conflict() -> None:
    plan = made.year_of_one_tour().plan
    assert plan.shifts.get(state=ShiftState.CONFLICT).planned_on == CHRISTMAS
    with pytest.raises(NotPublishable, match="Konflikt"):
        approve(plan)

    move(plan, Move(CHRISTMAS, EVE, "Weihnachten"))
    approve(plan)
    publish(plan)

    row = Collection.objects.get(planned_on=CHRISTMAS)
    assert (row.day, row.reason, row.sequence) == (EVE, "Weihnachten", 0)
    assert PlanRevision.objects.count() == 1


def test_changing_an_approved_plan_needs_a_new_approval() -> None:
    plan = made.year_of_one_tour().plan
    move(plan, Move(CHRISTMAS, EVE, "Weihnachten"))
    approve(plan)
    propose_again(plan, HolidayPolicy.EARLIER)

    assert plan.state == PlanState.DRAFT
    assert plan.shifts.get(planned_on=date(2026, 4, 3)).moved_to == date(2026, 4, 2)  # Karfreitag.
    assert plan.shifts.get(planned_on=CHRISTMAS).reason == "Weihnachten"
    with pytest.raises(NotPublishable):
        publish(plan)


def test_change_after_the_approval_is_the_only_one_that_is_new() -> None:
    plan = made.year_of_one_tour().plan
    move(plan, Move(CHRISTMAS, EVE, "Weihnachten"))
    approve(plan)
    everything = plan.shifts.count()
    move(plan, Move(date(2026, 12, 18), date(2026, 12, 19), "Betriebsversammlung"))

    assert (
        plan.state == PlanState.DRAFT and plan.shifts.filter(state=ShiftState.APPROVED).count() == everything
    )
    conflicts, shifts = shifts_of(plan)
    _, _, approval, _ = steps_of_year(plan, conflicts, shifts)
    assert approval.text == "noch nicht freigegeben, darunter 1 neue Verschiebung" and not approval.done
    with pytest.raises(NotPublishable):
        publish(plan)
    approve(plan)
    assert plan.steps.first().label == "Freigegeben, mit 1 neuer Verschiebung"


def test_what_is_proposed_again_keeps_its_approval_and_what_is_not_goes() -> None:
    tour = made.year_of_one_tour()
    plan, good_friday = tour.plan, date(2026, 4, 3)
    move(plan, Move(CHRISTMAS, EVE, "Weihnachten"))
    approve(plan)
    propose_again(plan, HolidayPolicy.LATER)
    assert not plan.shifts.filter(state=ShiftState.PROPOSED).exists()

    Rhythm.objects.filter(tour=tour).update(valid_until=date(2026, 3, 31))
    made.rhythm(tour, date(2026, 1, 5), 1, valid_from=date(2026, 4, 1))
    propose_again(plan, HolidayPolicy.LATER)

    assert not plan.shifts.filter(planned_on=good_friday).exists()
    assert plan.shifts.get(planned_on=date(2026, 4, 6)).state == ShiftState.PROPOSED  # Ostermontag.
    assert plan.shifts.get(planned_on=CHRISTMAS).state == ShiftState.APPROVED


def test_change_of_a_public_plan_is_public_only_after_approval() -> None:
    plan = made.published_year().plan
    move(plan, Move(date(2026, 12, 18), date(2026, 12, 19), "Betriebsversammlung"))
    assert plan.is_public and plan.has_changes and not plan.is_approved
    with pytest.raises(NotPublishable):
        publish(plan)

    approve(plan)
    publish(plan)

    row = Collection.objects.get(planned_on=date(2026, 12, 18))
    assert (row.day, row.sequence) == (date(2026, 12, 19), 1)
    assert Change.objects.get(planned_on=row.planned_on).day_after == row.day
    assert not plan.has_changes and PlanRevision.objects.count() == 2


def test_taking_a_shift_back_needs_approval_too() -> None:
    plan = made.published_year().plan
    take_back(Shift.objects.get(planned_on=CHRISTMAS))
    plan.refresh_from_db()
    with pytest.raises(NotPublishable):
        publish(plan)
    assert Collection.objects.get(planned_on=CHRISTMAS).day == EVE


def test_undo_brings_back_what_was_public_before() -> None:
    plan = made.published_year().plan
    before = list(Collection.objects.order_by("pk").values_list("planned_on", "day", "reason", "state"))
    move(plan, Move(date(2026, 12, 18), None, "Versehen"))
    approve(plan)
    publish(plan)
    restore(plan, plan.revisions.last())

    after = list(Collection.objects.order_by("pk").values_list("planned_on", "day", "reason", "state"))
    assert after == before
    assert Collection.objects.get(planned_on=date(2026, 12, 18)).sequence == 2
    assert not plan.shifts.filter(reason="Versehen").exists() and not plan.has_changes
    assert PlanRevision.objects.first().content == PlanRevision.objects.last().content


def test_discarding_restores_tours_and_houses() -> None:
    tour = made.published_year()
    move(tour.plan, Move(date(2026, 12, 18), None, "Versehen"))
    tour.ranges.all().delete()
    tour.rhythms.all().delete()
    restore(tour.plan, tour.plan.revisions.first())

    assert tour.ranges.count() == 1 and tour.rhythms.get().interval == 1
    assert not Collection.objects.filter(sequence__gt=0).exists()


def test_only_a_year_to_come_can_be_withdrawn() -> None:
    with pytest.raises(NotPlannable):
        withdraw(made.published_year(2026).plan)
    plan = made.published_year(2027).plan
    withdraw(plan)

    assert plan.state == PlanState.DRAFT
    approve(plan)
    publish(plan)
    assert not Collection.objects.filter(tour__plan=plan, sequence__gt=0).exists()


def test_publication_at_a_set_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.utils import timezone

    plan = made.year_of_one_tour().plan
    move(plan, Move(CHRISTMAS, EVE, "Weihnachten"))
    approve(plan)
    now = timezone.now()
    with pytest.raises(NotPlannable, match="vorbei"):
        schedule_publication(plan, now)
    schedule_publication(plan, now + timedelta(hours=1))
    publish_scheduled(str(plan.pk), {})
    assert not Collection.objects.exists()

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))
    run_due_jobs()
    run_due_jobs()

    plan.refresh_from_db()
    assert plan.is_public and plan.publish_at is None and Collection.objects.count() == 52


def test_what_changed_before_the_hour_is_not_published_and_journalled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from django.utils import timezone

    plan = made.year_of_one_tour().plan
    move(plan, Move(CHRISTMAS, EVE, "Weihnachten"))
    approve(plan)
    later = timezone.now() + timedelta(hours=2)
    schedule_publication(plan, timezone.now() + timedelta(hours=1))
    unschedule(plan)
    schedule_publication(plan, timezone.now() + timedelta(hours=1))
    move(plan, Move(date(2026, 12, 18), None, "Versehen"))
    monkeypatch.setattr(timezone, "now", lambda: later)
    run_due_jobs()

    plan.refresh_from_db()
    assert plan.state == PlanState.DRAFT and plan.publish_at is None
    assert plan.steps.first().kind == StepKind.REFUSED
