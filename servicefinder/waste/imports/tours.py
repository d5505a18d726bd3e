"""Tours and their rhythms, one to a line. A tour that is named has then exactly the lines of the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from uploads.domain.tables import Line, NotATable, WrongCell, lines_of

from ..domain.contents import write_rhythms
from ..domain.holidays import propose_holiday_shifts
from ..domain.rhythm_rules import clashing_seasons, doubled_by
from ..enums import RhythmKind
from ..models import Fraction, Plan, Rhythm, Tour
from .tables import Problem, day_of, number_of

NEEDED = ("tour", "name", "abfallart", "rhythmus")
OPTIONAL = ("alle", "ab", "welcher", "von", "bis", "tage")
KINDS = {"wochen": RhythmKind.WEEKS, "monat": RhythmKind.MONTHLY, "tage": RhythmKind.LISTED}
CODE = re.compile(r"[a-z0-9-]{1,40}")
WEEKS_LIMIT = 26
LAST = "letzter"


@dataclass
class ReadTours:
    """`rhythms` are not saved; those of single days have them in `days`."""

    names: dict[str, str] = field(default_factory=dict)
    rhythms: list[tuple[int, str, Rhythm, list[date]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_tours(text: str, plan: Plan) -> ReadTours:
    found = ReadTours()
    fractions = {key.casefold(): each for each in Fraction.objects.all() for key in (each.key, each.name)}
    try:
        lines = list(lines_of(text, NEEDED, OPTIONAL))
    except NotATable as problem:
        return ReadTours(problems=[Problem(None, str(problem))])
    for line in lines:
        try:
            _take(line, plan, fractions, found)
        except WrongCell as problem:
            found.problems.append(Problem(line.number, str(problem)))
    found.problems += _overlaps(found)
    if not found.problems:
        found.problems = list(_doubles(found, plan))
    if not lines:
        found.problems.append(Problem(None, "Die Datei hat keine Zeilen."))
    return found


def apply_tours(plan: Plan, read: ReadTours) -> None:
    """Houses stay with their tours; for new days on holidays shifts are proposed."""
    tours = {}
    for code, name in read.names.items():
        tours[code], _ = Tour.objects.update_or_create(plan=plan, code=code, defaults={"name": name})
    Rhythm.objects.filter(tour__in=tours.values()).delete()
    for code, tour in tours.items():
        write_rhythms(tour, ((rhythm, days) for _, each, rhythm, days in read.rhythms if each == code))
    propose_holiday_shifts(plan)


def _take(line: Line, plan: Plan, fractions: dict[str, Fraction], found: ReadTours) -> None:
    code, name = line.cells["tour"].lower(), line.cells["name"]
    if not CODE.fullmatch(code):
        raise WrongCell("Die Kennung der Tour darf nur aus a–z, 0–9 und Bindestrich bestehen.")
    if not 0 < len(name) <= 80:
        raise WrongCell("Der Name der Tour fehlt oder ist zu lang.")
    if found.names.setdefault(code, name) != name:
        raise WrongCell(f"Die Tour {code} heißt weiter oben anders: {found.names[code]}.")
    fraction = fractions.get(line.cells["abfallart"].casefold())
    if fraction is None:
        raise WrongCell(f"Die Abfallart „{line.cells['abfallart'][:40]}“ gibt es nicht.")
    rhythm, days = _rhythm(line.cells, plan.year)
    rhythm.fraction = fraction
    found.rhythms.append((line.number, code, rhythm, days))


def _rhythm(cells: dict[str, str], year: int) -> tuple[Rhythm, list[date]]:
    kind = KINDS.get(cells["rhythmus"].casefold())
    if kind is None:
        raise WrongCell("Der Rhythmus ist „wochen“, „monat“ oder „tage“.")
    start = day_of(cells["von"]) if cells.get("von") else date(year, 1, 1)
    end = day_of(cells["bis"]) if cells.get("bis") else date(year, 12, 31)
    if end < start:
        raise WrongCell("„bis“ liegt vor „von“.")
    rhythm = Rhythm(kind=kind, valid_from=start, valid_until=end)
    if kind == RhythmKind.LISTED:
        days = sorted({day_of(text) for text in re.split(r"[\s,|]+", cells.get("tage", "")) if text})
        if not days:
            raise WrongCell("Bei „tage“ fehlen die Tage.")
        if days[0] < start or days[-1] > end:
            raise WrongCell(f"Ein Tag liegt nicht zwischen {start:%d.%m.%Y} und {end:%d.%m.%Y}.")
        return rhythm, days
    if not cells.get("ab"):
        raise WrongCell("In „ab“ fehlt der erste Tag; er bestimmt auch den Wochentag.")
    rhythm.anchor = day_of(cells["ab"])
    if kind == RhythmKind.WEEKS:
        rhythm.interval = number_of(cells.get("alle", ""), 1, WEEKS_LIMIT)
    else:
        nth = cells.get("welcher", "").casefold()
        rhythm.nth = -1 if nth == LAST else number_of(nth, 1, 4)
    return rhythm, []


def _overlaps(found: ReadTours) -> list[Problem]:
    """Seasons follow each other; two that hold at once would empty a bin twice."""
    rows = ((code, number, rhythm) for number, code, rhythm, _ in found.rhythms)
    return [
        Problem(second, f"Gilt zur selben Zeit wie Zeile {first}, für dieselbe Tour und Abfallart.")
        for first, second in clashing_seasons(rows)
    ]


def _doubles(found: ReadTours, plan: Plan) -> Iterator[Problem]:
    """Houses that two tours serve must not get one bin from both."""
    lines = {(code, rhythm.fraction_id): number for number, code, rhythm, _ in reversed(found.rhythms)}
    bins = {code: {pk for each, pk in lines if each == code} for code in found.names}
    doubled = [(lines[each.tour, each.fraction_id], each) for each in doubled_by(plan, bins)]
    for number, each in sorted(doubled):
        yield Problem(
            number, f"{each.houses} Adressen bekämen diese Abfallart auch von der Tour {each.other}."
        )
