"""Altering published days: each change raises what calendars look at, and becomes an entry of the feed."""

from datetime import date, datetime

from ..enums import CollectionState
from ..models import Change, Collection, Plan

ALTERED = ["day", "state", "reason", "sequence", "changed_at"]


def alter(
    plan: Plan, row: Collection, day: date | None, state: CollectionState, reason: str, now: datetime
) -> Change:
    """Changes the row and gives the entry, both unsaved. A cancelled row keeps the day it was public on."""
    before = public_day(row)
    row.day, row.state, row.reason = day or row.day, state, reason
    row.sequence += 1
    row.changed_at = now
    return change_of(plan, row, before, now)


def public_day(row: Collection) -> date | None:
    return None if row.state == CollectionState.CANCELLED else row.day


def change_of(plan: Plan, row: Collection, before: date | None, now: datetime) -> Change:
    return Change(
        plan=plan,
        tour_id=row.tour_id,
        fraction_id=row.fraction_id,
        planned_on=row.planned_on,
        day_before=before,
        day_after=public_day(row),
        reason=row.reason,
        at=now,
    )
