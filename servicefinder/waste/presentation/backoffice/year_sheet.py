"""The whole year at a glance: weeks × tours, twelve tours to a sheet of paper."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.urls import reverse

from workdays.domain.holidays import holidays_between

from ...domain.planning import PlannedCollection, ShiftTable, collections_of_tour, tours_of_plan
from ...enums import CollectionState, ShiftState
from ...models import Fraction, Plan, Tour
from ...wording.german import GERMAN
from ..days import short_day
from .grid import marks_of

TOURS_PER_SHEET = 12
WEEK = timedelta(weeks=1)
SIGNS = {CollectionState.SHIFTED: "→", CollectionState.CANCELLED: "×"}
CONFLICT = "!"


class Entry(NamedTuple):
    """What a tour does on one day; `sign` and `url` only where that is not as the rhythm says."""

    text: str  # `Mo Re Bi`
    words: str
    sign: str
    kind: str
    url: str


class Week(NamedTuple):
    name: str  # `KW 14`
    span: str  # `30.3.–5.4.`
    holidays: str
    url: str
    begins_month: bool


class Sheet(NamedTuple):
    tours: list[Tour]
    rows: list[tuple[Week, list[list[Entry]]]]


class YearSheet(NamedTuple):
    sheets: list[Sheet]
    legend: list[tuple[str, str]]  # Mark and name of the fractions.
    moved: int
    cancelled: int


Cells = dict[tuple[int, date], list[Entry]]  # Tour and Monday.
Day = tuple[date, date, CollectionState, str]  # Where it stands, planned day, state and reason.


def year_sheet(plan: Plan) -> YearSheet:
    """Five queries, whatever the number of tours. What has been moved stands in the week of its new day."""
    fractions = {each.pk: each.name for each in Fraction.objects.all()}
    marks = marks_of(Fraction(pk=pk, name=name) for pk, name in fractions.items())
    shifts = list(plan.shifts.all())
    conflicts = {shift.planned_on for shift in shifts if shift.state == ShiftState.CONFLICT}
    table = ShiftTable(shift for shift in shifts if shift.state != ShiftState.CONFLICT)
    tours = list(tours_of_plan(plan))
    cells: Cells = defaultdict(list)
    for tour in tours:
        rows = collections_of_tour(tour, plan.year, table)
        for entry, day in _entries(plan, rows, marks, fractions, conflicts):
            cells[tour.pk, _monday(day)].append(entry)
    weeks = list(_weeks(plan, {monday for _, monday in cells}))
    entries = [entry for found in cells.values() for entry in found]
    return YearSheet(
        [_sheet(found, weeks, cells) for found in _sheets_of(tours)],
        [(marks[pk], name) for pk, name in fractions.items()],
        sum(entry.sign == SIGNS[CollectionState.SHIFTED] for entry in entries),
        sum(entry.sign == SIGNS[CollectionState.CANCELLED] for entry in entries),
    )


def _sheets_of(tours: Sequence[Tour]) -> Iterator[list[Tour]]:
    """As even as can be: thirteen tours are seven and six."""
    count = -(-len(tours) // TOURS_PER_SHEET)
    size = -(-len(tours) // count) if count else 1
    return (list(tours[start : start + size]) for start in range(0, len(tours), size))


def _sheet(tours: list[Tour], weeks: list[tuple[date, Week]], cells: Cells) -> Sheet:
    return Sheet(
        tours, [(week, [cells.get((tour.pk, monday), []) for tour in tours]) for monday, week in weeks]
    )


def _entries(
    plan: Plan,
    rows: Iterable[PlannedCollection],
    marks: dict[int, str],
    fractions: dict[int, str],
    conflicts: set[date],
) -> Iterator[tuple[Entry, date]]:
    """Of one tour, by day: what is done together is one entry."""
    days: dict[Day, list[int]] = defaultdict(list)
    for row in rows:
        days[row.day or row.planned_on, row.planned_on, row.state, row.reason].append(row.fraction_id)
    for key in sorted(days, key=lambda each: each[:2]):
        day, planned_on, state, reason = key
        names = [pk for pk in fractions if pk in days[key]]
        text = f"{GERMAN.short_weekdays[day.weekday()]} {' '.join(marks[pk] for pk in names)}"
        words = ", ".join(fractions[pk] for pk in names)
        if state == CollectionState.PLANNED and planned_on in conflicts:
            yield _odd(plan, day, text, f"{words}: Konflikt, bitte entscheiden", CONFLICT, "conflict"), day
        elif state == CollectionState.SHIFTED:
            instead = f"{words} statt {short_day(planned_on, GERMAN)}: {reason}"
            yield _odd(plan, day, text, instead, SIGNS[state], "moved"), day
        elif state == CollectionState.CANCELLED:
            yield _odd(plan, day, text, f"{words} entfällt: {reason}", SIGNS[state], "cancelled"), day
        else:
            yield Entry(text, words, "", "", ""), day


def _odd(plan: Plan, day: date, text: str, words: str, sign: str, kind: str) -> Entry:
    return Entry(text, f"{short_day(day, GERMAN)} {words}", sign, kind, _grid_url(plan, day))


def _weeks(plan: Plan, mondays: set[date]) -> Iterator[tuple[date, Week]]:
    """From the one of 1 January to the one of 31 December, and further where something was moved there."""
    first, last = _monday(date(plan.year, 1, 1)), _monday(date(plan.year, 12, 31))
    first, last = min({first, *mondays}), max({last, *mondays})
    holidays = holidays_between(first, last + WEEK)
    month, monday = 0, first
    while monday <= last:
        end = monday + timedelta(days=6)
        closed = (
            f"{GERMAN.short_weekdays[day.weekday()]} {holidays[day]}"
            for day in (monday + timedelta(days=number) for number in range(6))
            if day in holidays
        )
        shown = max(monday, date(plan.year, 1, 1))
        yield (
            monday,
            Week(
                f"KW {monday.isocalendar().week}",
                f"{monday.day}.{monday.month}.–{end.day}.{end.month}.",
                ", ".join(closed),
                _grid_url(plan, shown),
                end.month != month,
            ),
        )
        month, monday = end.month, monday + WEEK


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _grid_url(plan: Plan, day: date) -> str:
    """The month in which the day stands in the grid, which shows the months of the year."""
    month = day.month if day.year == plan.year else 1 if day.year < plan.year else 12
    return f"{reverse('waste_work:grid', args=[plan.year])}?monat={month}"
