"""Which tour serves which houses: one line for each part of a street. A street that is named has then exactly
the lines of the file; the others stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.domain.ranges import named_houses
from servicefinder.addresses.imports.ranges import COLUMNS, range_of
from servicefinder.addresses.models import Street
from uploads.domain.tables import Line, NotATable, WrongCell, lines_of

from ..domain.assignments import Part, faults_of, write_ranges
from ..models import Plan, TourRange
from .tables import Problem

NEEDED = ("strasse", "tour")
OPTIONAL = (*COLUMNS, "ort")


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
    write_ranges(plan, (each for _, _, each in read.ranges))


def _range(line: Line, streets: dict[tuple[str, str], Street]) -> TourRange:
    cells = line.cells
    street = streets.get((folded_street(cells["strasse"]), cells.get("ort", "")))
    if street is None:
        raise WrongCell(f"Die Straße „{cells['strasse'][:60]}“ gibt es nicht.")
    return TourRange(street=street, **range_of(cells))


def _holes_and_doubles(found: ReadRanges, plan: Plan) -> Iterator[Problem]:
    """By the houses that there are."""
    streets = defaultdict(list)
    names = {}
    for number, code, each in found.ranges:
        streets[each.street_id].append(Part(number, code, each))
        names[each.street_id] = each.street.name
    faults = faults_of(plan, streets)
    for street, houses in faults.holes.items():
        where = ", ".join(str(part.name) for part in streets[street])
        text = f"{names[street]}, Zeilen {where}: ohne Tour wären {named_houses(houses)}."
        yield Problem(streets[street][0].name, text)
    for (earlier, line), houses in faults.doubles.items():
        text = f"Überschneidet sich mit Zeile {earlier}: zwei Touren hätten {named_houses(houses)}."
        yield Problem(line, text)
