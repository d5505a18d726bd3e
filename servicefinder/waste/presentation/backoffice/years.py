"""The years, and what is to be done next in one of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from ...domain.day_use import DayUse, use_of_days
from ...domain.move_checks import closed_because
from ...enums import PlanState, ShiftSource, ShiftState
from ...models import Plan, Shift
from ...wording.german import GERMAN
from ..days import short_day

ONE_DAY = timedelta(days=1)
SUGGESTED = 2  # Days before a conflict, and as many after it, whatever they are taken for.
FARTHEST_DAYS = 8


@dataclass(frozen=True)
class YearRow:
    plan: Plan
    state: str
    tone: str
    conflicts: int
    tours: int


class ShownShift(NamedTuple):
    shift: Shift
    planned: str
    moved: str
    who: str
    change_url: str
    days: list[tuple[str, str]]  # For a conflict: words and address of days that are free.


class ToDo(NamedTuple):
    label: str
    done: bool
    text: str


def year_rows() -> list[YearRow]:
    """Newest first. One query."""
    conflicts = Count("shifts", filter=Q(shifts__state=ShiftState.CONFLICT), distinct=True)
    plans = Plan.objects.annotate(conflict_count=conflicts, tour_count=Count("tours", distinct=True))
    return [
        YearRow(plan, *state_of(plan, plan.conflict_count), plan.conflict_count, plan.tour_count)
        for plan in plans
    ]


def state_of(plan: Plan, conflicts: int) -> tuple[str, str]:
    """Words and the tone of their tag."""
    if plan.publish_at:
        moment = timezone.localtime(plan.publish_at)
        if plan.will_miss_its_hour:
            return f"Termin {moment:%d.%m.%Y, %H:%M} Uhr – aber die Freigabe fehlt", "critical"
        return f"wird am {moment:%d.%m.%Y um %H:%M} Uhr veröffentlicht", "primary"
    if conflicts:
        return "Konflikte sind zu entscheiden", "critical"
    if plan.has_changes:
        return "veröffentlicht, mit neuen Änderungen", "primary"
    return str(PlanState(plan.state).label), "primary" if plan.state != PlanState.DRAFT else ""


def shifts_of(plan: Plan) -> tuple[list[ShownShift], list[ShownShift]]:
    """Conflicts, and all others. Days are counted once for all conflicts."""
    found = plan.shifts.select_related("tour", "fraction").order_by("planned_on", "pk")
    rows = list(found)
    use = use_of_days(plan) if any(row.state == ShiftState.CONFLICT for row in rows) else DayUse()
    conflicts = [_shown(plan, row, use) for row in rows if row.state == ShiftState.CONFLICT]
    return conflicts, [_shown(plan, row, use) for row in rows if row.state != ShiftState.CONFLICT]


def steps_of_year(plan: Plan, conflicts: list[ShownShift], shifts: list[ShownShift]) -> list[ToDo]:
    """The way to publication, in its order."""
    tours = plan.tours.count()
    waiting = sum(row.shift.state == ShiftState.PROPOSED for row in shifts)
    approved = plan.is_approved or (plan.is_public and not plan.has_changes)
    public = plan.is_public and not plan.has_changes
    return [
        ToDo("Touren", tours > 0, _count(tours, "Tour", "Touren")),
        ToDo(
            "Feiertage",
            not conflicts,
            f"{_count(len(conflicts), 'Konflikt', 'Konflikte')} zu entscheiden"
            if conflicts
            else _count(len(shifts), "Verschiebung", "Verschiebungen"),
        ),
        ToDo(
            "Freigabe",
            approved,
            "freigegeben" if approved else _not_approved(waiting),
        ),
        ToDo("Veröffentlichung", public, "veröffentlicht" if public else "noch nicht öffentlich"),
    ]


def _not_approved(shifts: int) -> str:
    """The plan needs approval even where all its shifts have one: tours or houses were changed."""
    if shifts == 0:
        return "noch nicht freigegeben"
    return f"noch nicht freigegeben, darunter {_count(shifts, 'neue Verschiebung', 'neue Verschiebungen')}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _shown(plan: Plan, shift: Shift, use: DayUse) -> ShownShift:
    who = shift.tour.name if shift.tour else "alle Touren"
    if shift.fraction:
        who = f"{who}, {shift.fraction.name}"
    tour = shift.tour.code if shift.tour else ""
    url = shift_url(plan, shift.planned_on, tour, shift.fraction.key if shift.fraction else "")
    url += "&von=jahr"
    conflict = shift.state == ShiftState.CONFLICT
    days = _days_to_choose(shift.planned_on, use) if conflict else []
    return ShownShift(
        shift,
        _dated(shift.planned_on),
        _dated(shift.moved_to) if shift.moved_to else "entfällt",
        who,
        "" if shift.source == ShiftSource.FAILURE else url,
        [(_day_words(day, use), f"{url}&nach={day.isoformat()}") for day in days],
    )


def shift_url(plan: Plan, day: date, tour: str = "", fraction: str = "") -> str:
    url = reverse("waste_work:shift", args=[plan.year]) + f"?tag={day.isoformat()}"
    url += f"&tour={tour}" if tour else ""
    return url + (f"&art={fraction}" if fraction else "")


def _days_to_choose(day: date, use: DayUse) -> list[date]:
    """The next days before and after it, and the next free ones; those that are free come first."""
    found: set[date] = set()
    for step in (-ONE_DAY, ONE_DAY):
        near = [day + step * number for number in range(1, FARTHEST_DAYS)]
        open_days = [each for each in near if not closed_because(each)]
        found.update(open_days[:SUGGESTED])
        found.update([each for each in open_days if use.is_free(each)][:1])
    return sorted(found, key=lambda each: (not use.is_free(each), each))


def _day_words(day: date, use: DayUse) -> str:
    if moved := use.moved.get(day):
        words = f"schon belegt: {', '.join(short_day(each, GERMAN) for each in moved)}"
    elif day in use.planned:
        words = "auch sonst Abfuhr"
    else:
        words = "sonst frei" if use.is_free(day) else f"{day.year} ist noch nicht geplant"
    return f"{_dated(day)} ({words})"


def _dated(day: date) -> str:
    return f"{short_day(day, GERMAN)}{day.year}"


def month_links(plan: Plan, month: int) -> Iterator[tuple[str, str, bool]]:
    """Name, address, whether it is shown."""
    base = reverse("waste_work:grid", args=[plan.year])
    for number, name in enumerate(GERMAN.months, start=1):
        yield name, f"{base}?monat={number}", number == month
