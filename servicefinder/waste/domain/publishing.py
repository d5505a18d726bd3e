"""From a plan to the published days. What stays the same is not touched, so that calendars stay equal."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..enums import CollectionState, PlanState, ShiftState, StepKind
from ..models import Change, Collection, Plan, Tour
from .holding import hold
from .journal import note
from .planning import TOURS_AT_ONCE, PlannedCollection, ShiftTable, collections_of_tour, tours_of_plan
from .problems import NotPublishable
from .public_days import ALTERED, alter, change_of, public_day
from .revisions import keep
from .serving import publish_houses

ROWS_AT_ONCE = 500
CHANGES_PER_TOUR = 30  # More than these become one entry "many days" of the feed.
OTHER_STREETS = "Die Straßen sind neu eingeteilt"
Progress = Callable[[int, int], None]


@dataclass
class Published:
    """What a publication did, in rows; `streets`: those of which houses get other tours."""

    new: int = 0
    changed: int = 0
    cancelled: int = 0
    streets: int = 0
    changes: list[Change] = field(default_factory=list)


def publish(
    plan: Plan, user: Any = None, *, now: datetime | None = None, progress: Progress | None = None
) -> Published:
    """Make the plan public, or bring what is public up to date; with the same plan again nothing changes.

    All or nothing. Raises NotPublishable for what is not approved, and what a person still has to settle.
    """
    now = now or timezone.now()
    with transaction.atomic():
        first_time = _take(plan, now)
        done = _write(plan, now, first_time, progress)
        houses = publish_houses(plan)
        done.streets = len(houses.streets)
        done.changes += [
            Change(plan=plan, tour_id=pk, at=now, reason=OTHER_STREETS) for pk in sorted(houses.tours)
        ]
        if first_time:
            done.changes = [Change(plan=plan, at=now, reason="")]
            note(plan, StepKind.PUBLISHED, f"{done.new} Abfuhrtage veröffentlicht", user)
        elif done.new or done.changed or done.streets:
            label = f"{done.new} neue und {done.changed} geänderte Abfuhrtage"
            label += f", Zuordnung in {done.streets} Straßen" if done.streets else ""
            note(plan, StepKind.PUBLISHED, label, user)
        Change.objects.bulk_create(done.changes, batch_size=ROWS_AT_ONCE)
        Plan.objects.filter(pk=plan.pk).update(edited_at=None, publish_at=None)
        keep(plan, user, now)
    plan.refresh_from_db()
    return done


@transaction.atomic
def publish_by_hand(plan: Plan, user: Any = None) -> Published:
    """As `publish`, for somebody who sees something to publish. Raises NotPublishable where there is nothing
    any more: of two who press at the same moment the second one is told.
    """
    hold(plan)
    if plan.is_public and not plan.has_changes:
        newest = plan.steps.filter(kind=StepKind.PUBLISHED).select_related("made_by").first()
        who = newest.made_by if newest and newest.made_by else "jemand anderes"
        raise NotPublishable(f"Das hat {who} schon veröffentlicht.")
    return publish(plan, user)


def bring_up_to_date(plan: Plan, user: Any = None) -> Published:
    """Publish what was approved in an earlier publication."""
    Plan.objects.filter(pk=plan.pk).update(approved_by=user, approved_at=timezone.now())
    return publish(plan, user)


def _take(plan: Plan, now: datetime) -> bool:
    """Hold the plan's row until the end of the transaction; whether it was not public before."""
    hold(plan)
    open_shifts = plan.shifts.exclude(state=ShiftState.APPROVED).count()
    if open_shifts:
        raise NotPublishable(f"{open_shifts} Verschiebungen sind noch nicht freigegeben.")
    if plan.is_public:
        if plan.has_changes and not plan.is_approved:
            raise NotPublishable("Die Änderungen sind noch nicht freigegeben.")
        return False
    if not plan.is_approved:
        raise NotPublishable("Der Plan ist noch nicht freigegeben.")
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.PUBLISHED, published_at=now)
    return True


def _write(plan: Plan, now: datetime, first_time: bool, progress: Progress | None) -> Published:
    tours = tours_of_plan(plan)
    shifts = ShiftTable(plan.shifts.filter(state=ShiftState.APPROVED))
    done, total = Published(), tours.count()
    for number, tour in enumerate(tours.iterator(chunk_size=TOURS_AT_ONCE), start=1):
        changes = _write_tour(tour, plan, shifts, now, done)
        if not first_time:
            done.changes += changes if len(changes) <= CHANGES_PER_TOUR else [_many(plan, tour, now)]
        if progress:
            progress(number, total)
    return done


def _write_tour(tour: Tour, plan: Plan, shifts: ShiftTable, now: datetime, done: Published) -> list[Change]:
    """Compare what is planned with what is public."""
    there = {(row.fraction_id, row.planned_on): row for row in tour.collections.all()}
    new: list[Collection] = []
    altered: list[Collection] = []
    changes: list[Change] = []
    for planned in collections_of_tour(tour, plan.year, shifts):
        row = there.pop((planned.fraction_id, planned.planned_on), None)
        if row is None:
            new.append(_row(planned, now))
            changes.append(change_of(plan, new[-1], None, now))
        elif not _same(row, planned):
            changes.append(alter(plan, row, planned.day, planned.state, planned.reason, now))
            altered.append(row)
    for row in there.values():
        if row.state != CollectionState.CANCELLED and row.day >= timezone.localdate(now):
            changes.append(alter(plan, row, None, CollectionState.CANCELLED, "", now))
            altered.append(row)
            done.cancelled += 1
    Collection.objects.bulk_create(new, batch_size=ROWS_AT_ONCE)
    Collection.objects.bulk_update(altered, ALTERED, batch_size=ROWS_AT_ONCE)
    done.new += len(new)
    done.changed += len(altered)
    return changes


def _row(planned: PlannedCollection, now: datetime) -> Collection:
    return Collection(
        tour_id=planned.tour_id,
        fraction_id=planned.fraction_id,
        planned_on=planned.planned_on,
        day=planned.day or planned.planned_on,
        state=planned.state,
        reason=planned.reason,
        changed_at=now,
    )


def _same(row: Collection, planned: PlannedCollection) -> bool:
    return (public_day(row), row.reason) == (planned.day, planned.reason)


def _many(plan: Plan, tour: Tour, now: datetime) -> Change:
    return Change(plan=plan, tour=tour, at=now)
