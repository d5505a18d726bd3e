"""A tour that fails on its day: public at once, in calendars, feed and reminders, and known to the plan."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..enums import CollectionState, PlanState, ShiftSource, ShiftState, StepKind
from ..models import Change, Collection, Plan, Shift, Tour
from .holding import hold
from .journal import note
from .move_checks import closed_because
from .planning import PlannedCollection
from .problems import NotPlannable
from .public_days import ALTERED, alter

DATE_FOLLOWS = "Ausgefallen, Nachholtermin folgt"


@dataclass(frozen=True)
class Failure:
    """What was recorded: `changes` are the entries of the feed, one for each fraction."""

    tour: Tour
    day: date
    moved_to: date | None
    changes: list[Change]


@transaction.atomic
def record(
    tour: Tour,
    day: date,
    *,
    moved_to: date | None = None,
    reason: str = "",
    fractions: list[int] | None = None,
    user: Any = None,
) -> Failure:
    """Move what the tour collects on `day` to `moved_to`, or cancel it until a day is known.

    Only these days become public, nothing else that waits in the plan. Recorded again, the newer word counts;
    so it is also how a day to catch up is named later. Raises NotPlannable where nothing is to be collected.
    """
    if moved_to is not None:
        _check(day, moved_to)
    plan = tour.plan
    hold(plan)
    rows = _rows(plan, tour, day, fractions)
    reason = reason or ("Ausgefallen, wird nachgeholt" if moved_to else DATE_FOLLOWS)
    now = timezone.now()
    changes = [alter(plan, row, moved_to, _state(row, moved_to), reason, now) for row in rows]
    Collection.objects.bulk_update(rows, ALTERED)
    for row in rows:
        _keep_in_plan(plan, row, moved_to, reason, user)
    Change.objects.bulk_create(changes)
    names = ", ".join(row.fraction.name for row in rows)
    when = f"nachgeholt am {moved_to:%d.%m.%Y}" if moved_to else "Nachholtermin offen"
    note(plan, StepKind.FAILURE, f"{tour.name} am {day:%d.%m.%Y}, {names}: {when}. {reason}", user)
    return Failure(tour, day, moved_to, changes)


def collected_between(first: date, last: date) -> list[Collection]:
    """What takes place, the newest day first, by tour. One query."""
    rows = Collection.objects.filter(day__range=(first, last), tour__plan__state=PlanState.PUBLISHED)
    rows = rows.exclude(state=CollectionState.CANCELLED).select_related("tour__plan", "fraction")
    return list(rows.order_by("-day", "tour__code", "fraction__order"))


def waiting_for_a_day(since: date) -> list[Collection]:
    """What failed since then and has no new day. One query."""
    failed = Shift.objects.filter(
        source=ShiftSource.FAILURE, moved_to=None, planned_on__gte=since, plan__state=PlanState.PUBLISHED
    )
    keys = set(failed.values_list("tour_id", "fraction_id", "planned_on"))
    rows = Collection.objects.filter(tour__in={key[0] for key in keys}, state=CollectionState.CANCELLED)
    rows = rows.filter(planned_on__gte=since).select_related("tour__plan", "fraction")
    found = rows.order_by("day", "tour__code", "fraction__order")
    return [row for row in found if (row.tour_id, row.fraction_id, row.planned_on) in keys]


def _check(day: date, moved_to: date) -> None:
    if moved_to <= day:
        raise NotPlannable("Nachgeholt wird erst nach dem Tag, der ausgefallen ist.")
    if closed := closed_because(moved_to):
        raise NotPlannable(f"Der {moved_to:%d.%m.%Y} ist {closed}.")


def _state(row: Collection, moved_to: date | None) -> CollectionState:
    return PlannedCollection(row.tour_id, row.fraction_id, row.planned_on, moved_to).state


def _rows(plan: Plan, tour: Tour, day: date, fractions: list[int] | None) -> list[Collection]:
    """Also what was recorded without a day before: it stands cancelled on its day."""
    if not plan.is_public:
        raise NotPlannable("Der Plan ist nicht veröffentlicht.")
    rows = tour.collections.filter(day=day).select_related("fraction").order_by("fraction__order")
    if fractions:
        rows = rows.filter(fraction__in=fractions)
    failed = set(
        Shift.objects.filter(plan=plan, tour=tour, source=ShiftSource.FAILURE).values_list(
            "fraction_id", "planned_on"
        )
    )
    found = [
        row
        for row in rows
        if row.state != CollectionState.CANCELLED or (row.fraction_id, row.planned_on) in failed
    ]
    if not found:
        raise NotPlannable("An diesem Tag holt die Tour nichts.")
    return found


def _keep_in_plan(plan: Plan, row: Collection, moved_to: date | None, reason: str, user: Any) -> None:
    """So that the next publication leaves the day alone."""
    Shift.objects.update_or_create(
        plan=plan,
        tour_id=row.tour_id,
        fraction_id=row.fraction_id,
        planned_on=row.planned_on,
        defaults={
            "moved_to": moved_to,
            "reason": reason,
            "source": ShiftSource.FAILURE,
            "state": ShiftState.APPROVED,
            "conflict": "",
            "changed_by": user,
        },
    )
