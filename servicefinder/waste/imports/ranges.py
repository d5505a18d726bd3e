"""Which tour serves which houses: one line for each part of a street. A street that is named has then exactly
the lines of the file; the others stay as they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.domain.ranges import holds
from servicefinder.addresses.enums import Parity
from servicefinder.addresses.models import Address, Street

from ..domain.outlooks import bins_of
from ..models import Plan, TourRange
from .tables import Line, NotATable, Problem, WrongCell, lines_of

NEEDED = ("strasse", "tour")
OPTIONAL = ("von", "bis", "seite", "ort")
HOUSE = re.compile(r"([1-9][0-9]{0,4})\s*([a-z]{0,3})")
SIDES = {"": Parity.ALL, **{side.label: Parity(side) for side in Parity}}
ROWS_AT_ONCE = 500
HOUSES_NAMED = 6

House = tuple[int, str]


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
        lines = lines_of(text, NEEDED, OPTIONAL)
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
    side = cells.get("seite", "").casefold()
    if side not in SIDES:
        raise WrongCell("Die Seite ist „alle“, „gerade“ oder „ungerade“.")
    first = _house(cells.get("von", "")) or (1, "")
    last = _house(cells.get("bis", ""))
    if last and (last[0] < first[0] or (last[0] == first[0] and last[1] and last[1] < first[1])):
        raise WrongCell("„bis“ liegt vor „von“.")
    return TourRange(
        street=street,
        parity=SIDES[side],
        first_number=first[0],
        first_suffix=first[1],
        last_number=last and last[0],
        last_suffix=last[1] if last else "",
    )


def _house(text: str) -> House | None:
    if not text:
        return None
    found = HOUSE.fullmatch(text.casefold())
    if not found:
        raise WrongCell(f"„{text[:20]}“ ist keine Hausnummer.")
    return int(found[1]), found[2]


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
