"""What to do with days that fall on a holiday: the proposal of a year, which a person then settles.

Within a week the order of the days stays. `later`: a holiday pushes its day and those after it towards
Saturday; `earlier`: it pulls them forward, at most to the Saturday before. Where there is no day left it is a
conflict.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from workdays.domain.holidays import holidays_between

from ..enums import HolidayPolicy, ShiftSource, ShiftState, StepKind
from ..models import Plan, Shift
from .day_use import use_in_years
from .editing import take_for_editing
from .holding import hold
from .journal import note
from .planning import planned_days_of

DAYS_TO_SATURDAY = 6
SATURDAY_BEFORE = -2
NO_DAY_LEFT = "In dieser Woche ist kein Tag frei. Bitte einen anderen Tag bestimmen."


@transaction.atomic
def propose_again(plan: Plan, policy: HolidayPolicy, user: Any = None) -> list[Shift]:
    """With another policy, or after tours have changed. What is public stays until it is published."""
    take_for_editing(plan, user)
    Plan.objects.filter(pk=plan.pk).update(policy=policy)
    plan.policy = policy
    shifts = propose_holiday_shifts(plan)
    conflicts = sum(shift.state == ShiftState.CONFLICT for shift in shifts)
    label = f"{policy.label}: {len(shifts)} Tage vorgeschlagen, davon {conflicts} Konflikte"
    note(plan, StepKind.PROPOSAL, label, user)
    return shifts


@transaction.atomic
def propose_holiday_shifts(plan: Plan) -> list[Shift]:
    """Write the proposal for all tours anew, and return what is new of it.

    Days that a person has decided stay as they are, and so does what was approved: in a public plan all of
    it, else what is proposed again.
    """
    hold(plan)
    proposed = list(proposed_shifts(plan))
    mechanical = plan.shifts.filter(source=ShiftSource.HOLIDAY, changed_by=None)
    approved = mechanical.filter(state=ShiftState.APPROVED)
    again = {_content(shift) for shift in proposed}
    kept = [shift.pk for shift in approved if plan.is_public or _content(shift) in again]
    mechanical.exclude(pk__in=kept).delete()
    decided = set(plan.shifts.filter(tour=None, fraction=None).values_list("planned_on", flat=True))
    return Shift.objects.bulk_create(shift for shift in proposed if shift.planned_on not in decided)


def _content(shift: Shift) -> tuple[date, date | None, str]:
    return shift.planned_on, shift.moved_to, shift.reason


def proposed_shifts(plan: Plan) -> Iterator[Shift]:
    """Unsaved, in the order of days; a conflict has no new day."""
    days = planned_days_of(plan)
    if not days:
        return
    week = timedelta(days=DAYS_TO_SATURDAY + 1)
    holidays = holidays_between(min(days) - week, max(days) + week)
    closed = [*holidays, *_days_of_other_years(plan)]
    for planned, moved_to in moved_days(days, closed, HolidayPolicy(plan.policy)):
        yield Shift(
            plan=plan,
            planned_on=planned,
            moved_to=moved_to,
            reason=_reason(planned, holidays),
            source=ShiftSource.HOLIDAY,
            state=ShiftState.PROPOSED if moved_to else ShiftState.CONFLICT,
            conflict="" if moved_to else NO_DAY_LEFT,
        )


def _days_of_other_years(plan: Plan) -> Iterator[date]:
    """Days that the plans beside this one need in the weeks that the years share."""
    beside = use_in_years((plan.year - 1, plan.year + 1))
    for turn in (date(plan.year, 1, 1), date(plan.year, 12, 31)):
        monday = turn - timedelta(days=turn.weekday())
        week = _days(monday, SATURDAY_BEFORE, DAYS_TO_SATURDAY)
        yield from (day for day in week if day.year != plan.year and beside.is_taken(day))


def moved_days(
    planned: Iterable[date], closed_days: Iterable[date], policy: HolidayPolicy
) -> Iterator[tuple[date, date | None]]:
    """(planned day, new day or None) for each day that cannot stay, in order."""
    closed = set(closed_days)
    weeks: dict[date, list[date]] = {}
    for day in sorted(set(planned)):
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    taken: set[date] = set()  # By the week before: its Saturday may be planned, or caught up on.
    for monday, days in weeks.items():
        settle = _later if policy == HolidayPolicy.LATER else _earlier
        moved = settle(monday, days, closed | taken)
        taken = {new for new in moved.values() if new}
        yield from ((day, new) for day, new in sorted(moved.items()) if new != day)


def _later(monday: date, days: list[date], closed: set[date]) -> dict[date, date | None]:
    free = [day for day in _days(monday, 0, DAYS_TO_SATURDAY) if day not in closed]
    found: dict[date, date | None] = {}
    for day in days:
        found[day] = next((each for each in free if each >= day), None)
        free = [each for each in free if each > (found[day] or date.max)]
    return found


def _earlier(monday: date, days: list[date], closed: set[date]) -> dict[date, date | None]:
    sunday = monday - timedelta(days=1)
    free = [
        day for day in _days(monday, SATURDAY_BEFORE, DAYS_TO_SATURDAY) if day not in closed and day != sunday
    ]
    found: dict[date, date | None] = {}
    for day in reversed(days):
        found[day] = next((each for each in reversed(free) if each <= day), None)
        free = [each for each in free if each < (found[day] or date.min)]
    return found


def _days(monday: date, first: int, end: int) -> list[date]:
    return [monday + timedelta(days=number) for number in range(first, end)]


def _reason(planned: date, holidays: dict[date, str]) -> str:
    """The holidays of the week that push the day."""
    monday = planned - timedelta(days=planned.weekday())
    names = [holidays[day] for day in _days(monday, 0, DAYS_TO_SATURDAY) if day in holidays]
    return " und ".join(names)
