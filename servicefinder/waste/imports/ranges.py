"""Which tour serves which houses: one line for each part of a street. A street that is named has then exactly
the lines of the file; the others stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.domain.ranges import holds
from servicefinder.addresses.imports.ranges import COLUMNS, range_of
from servicefinder.addresses.models import Address, Street
from uploads.domain.tables import Line, NotATable, WrongCell, lines_of

from ..domain.outlooks import bins_of
from ..models import Plan, TourRange
from .tables import Problem

NEEDED = ("strasse", "tour")
OPTIONAL = (*COLUMNS, "ort")
ROWS_AT_ONCE = 500
HOUSES_NAMED = 6


@dataclass
class ReadRanges:
    """`ranges`: line, code of the tour, and what is not saved yet."""

    ranges: list[tuple[int, str, TourRange]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_ranges(text: str, plan: Plan) -> ReadRanges:
    """Gaps and overlaps are problems, too: a house without a tour, or with two for one bin."""
    found = ReadRanges()
    tours = {tour.code: tour for tour in plan.tours.all()}
    streets = {(each.folded, each.municipality): each for each in Street.objects.all()}
    try:
        lines = list(lines_of(text, NEEDED, OPTIONAL))
    except NotATable as problem:
        return ReadRanges(problems=[Problem(None, str(problem))])
    for line in lines:
        try:
            each = _range(line, streets)
            code = line.cells["tour"].lower()
            if code not in tours:
                raise WrongCell(f"Die Tour „{code[:40]}“ gibt es in diesem Plan nicht.")
            each.tour = tours[code]
            found.ranges.append((line.number, code, each))
        except WrongCell as problem:
            found.problems.append(Problem(line.number, str(problem)))
    if not lines:
        found.problems.append(Problem(None, "Die Datei hat keine Zeilen."))
    if not found.problems:
        found.problems = list(_holes_and_doubles(found, plan))
    return found


def apply_ranges(plan: Plan, read: ReadRanges) -> None:
    streets = {each.street_id for _, _, each in read.ranges}
    TourRange.objects.filter(tour__plan=plan, street__in=streets).delete()
    rows = [each for _, _, each in read.ranges]
    for each in rows:
        each.pk = None
    TourRange.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)


def _range(line: Line, streets: dict[tuple[str, str], Street]) -> TourRange:
    cells = line.cells
    street = streets.get((folded_street(cells["strasse"]), cells.get("ort", "")))
    if street is None:
        raise WrongCell(f"Die Straße „{cells['strasse'][:60]}“ gibt es nicht.")
    return TourRange(street=street, **range_of(cells))


def _holes_and_doubles(found: ReadRanges, plan: Plan) -> Iterator[Problem]:
    """By the houses that there are. Few queries."""
    lines = defaultdict(list)
    for number, code, each in found.ranges:
        lines[each.street_id].append((number, code, each))
    bins = bins_of(plan)
    holes: dict[int, list[str]] = defaultdict(list)
    doubles: dict[tuple[int, int], list[str]] = defaultdict(list)
    rows = Address.objects.order_by("street__sort_key", "number", "suffix")
    for street, number, suffix in rows.values_list("street_id", "number", "suffix"):
        if street not in lines:
            continue
        serving = [(line, code) for line, code, each in lines[street] if holds(each, number, suffix)]
        house = f"{number}{suffix}"
        if not serving:
            holes[street].append(house)
        for place, (line, code) in enumerate(serving):
            for earlier, other in serving[:place]:
                if bins[code] & bins[other]:
                    doubles[earlier, line].append(house)
    for street, houses in holes.items():
        (first, _, each) = lines[street][0]
        where = ", ".join(str(line) for line, _, _ in lines[street])
        yield Problem(first, f"{each.street.name}, Zeilen {where}: ohne Tour wären {_named(houses)}.")
    for (earlier, line), houses in doubles.items():
        yield Problem(line, f"Überschneidet sich mit Zeile {earlier}: zwei Touren hätten {_named(houses)}.")


def _named(houses: list[str]) -> str:
    shown = ", ".join(houses[:HOUSES_NAMED])
    rest = len(houses) - HOUSES_NAMED
    return f"Nr. {shown} und {rest} weitere" if rest > 0 else f"Nr. {shown}"
