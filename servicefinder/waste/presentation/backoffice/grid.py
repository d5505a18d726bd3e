"""A month: tours × days, and in each cell what is collected."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ...domain.move_checks import closed_because
from ...domain.planning import PlannedCollection, ShiftTable, collections_of_tour, tours_of_plan
from ...enums import ShiftState
from ...models import Fraction, Plan, Tour
from ...wording.german import GERMAN
from ..days import short_day
from .years import month_links, shift_url

ONE_DAY = timedelta(days=1)
MARK_LETTERS = 2


class Day(NamedTuple):
    day: date
    name: str  # `Fr 25.12.`
    closed: str  # Why nothing can be collected, or empty.


class Chip(NamedTuple):
    """One collection; `words` say everything that the mark does not."""

    mark: str
    colour: str
    words: str
    url: str
    moved: bool
    cancelled: bool
    conflict: bool


class Row(NamedTuple):
    tour: Tour
    cells: list[tuple[Day, list[Chip]]]
    total: int


class Grid(NamedTuple):
    title: str
    months: list[tuple[str, str, bool]]
    days: list[Day]
    rows: list[Row]
    legend: list[tuple[str, str, str]]  # Mark, colour, name.


def grid_of_month(plan: Plan, month: int) -> Grid:
    """Five queries, whatever the number of tours. What has been moved stands on its new day."""
    days = [_day(day) for day in _days_of(plan.year, month)]
    fractions = {each.pk: each for each in Fraction.objects.all()}
    marks = marks_of(fractions.values())
    shifts = list(plan.shifts.all())
    conflicts = {shift.planned_on for shift in shifts if shift.state == ShiftState.CONFLICT}
    table = ShiftTable(shift for shift in shifts if shift.state != ShiftState.CONFLICT)
    rows = [
        _row(plan, tour, table, days, lambda row: _chip(plan, row, fractions, marks, conflicts))
        for tour in tours_of_plan(plan)
    ]
    return Grid(
        f"{GERMAN.months[month - 1]} {plan.year}",
        list(month_links(plan, month)),
        days,
        rows,
        [(marks[pk], each.colour, each.name) for pk, each in fractions.items()],
    )


def marks_of(fractions: Iterable[Fraction]) -> dict[int, str]:
    """The first letters of each, as many as it takes to tell them apart."""
    found: dict[int, str] = {}
    for each in fractions:
        length = MARK_LETTERS
        while each.name[:length] in found.values() and length < len(each.name):
            length += 1
        found[each.pk] = each.name[:length]
    return found


def _days_of(year: int, month: int) -> Iterator[date]:
    day = date(year, month, 1)
    while day.month == month:
        yield day
        day += ONE_DAY


def _day(day: date) -> Day:
    return Day(day, short_day(day, GERMAN), closed_because(day))


def _row(
    plan: Plan, tour: Tour, shifts: ShiftTable, days: list[Day], chip: Callable[[PlannedCollection], Chip]
) -> Row:
    on: dict[date, list[Chip]] = defaultdict(list)
    first, last = days[0].day, days[-1].day
    for row in collections_of_tour(tour, plan.year, shifts):
        shown_on = row.day or row.planned_on
        if first <= shown_on <= last:
            made = chip(row)
            on[shown_on].append(made._replace(url=f"{made.url}&tour={tour.code}"))
    return Row(tour, [(day, on.get(day.day, [])) for day in days], sum(map(len, on.values())))


def _chip(
    plan: Plan,
    row: PlannedCollection,
    fractions: dict[int, Fraction],
    marks: dict[int, str],
    conflicts: set[date],
) -> Chip:
    fraction = fractions[row.fraction_id]
    moved = row.day is not None and row.day != row.planned_on
    open_conflict = row.planned_on in conflicts and row.day == row.planned_on
    words = fraction.name
    if row.day is None:
        words = f"{words}, entfällt: {row.reason}"
    elif moved:
        words = f"{words}, statt {short_day(row.planned_on, GERMAN)}: {row.reason}"
    elif open_conflict:
        words = f"{words}, Konflikt: bitte entscheiden"
    url = shift_url(plan, row.planned_on, fraction=fraction.key)
    return Chip(marks[row.fraction_id], fraction.colour, words, url, moved, row.day is None, open_conflict)
