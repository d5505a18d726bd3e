"""What looks forgotten in a file of houses: numbers left out on one side of a street, and new houses of a
street with areas that lie in none of them.

Streets have such gaps by nature, so they are told with their lines and refuse nothing unless that is wished.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from ..domain.ranges import holds, named_houses
from ..enums import AreaKind
from ..models import Area, AreaRange
from .formats import Plan
from .house_rows import HouseKey, HouseRow, StreetKey


def remark_gaps(rows: Mapping[HouseKey, HouseRow], there: Iterable[HouseKey], plan: Plan) -> None:
    """`there`: the houses that the city knows already. Two queries."""
    known = set(there)
    numbers: dict[StreetKey, set[int]] = defaultdict(set)
    for street, number, _ in (*known, *rows):
        numbers[street].add(number)
    for row, missing in _left_out(rows, numbers):
        plan.remark(row.line, f"Vor {row.name} fehlt {named_houses(missing)} auf dieser Straßenseite.")
    for row, kinds in _in_no_area({key: row for key, row in rows.items() if key not in known}):
        plan.remark(row.line, f"{row.name} liegt in keinem Gebiet: {', '.join(kinds)}.")


def _left_out(
    rows: Mapping[HouseKey, HouseRow], numbers: dict[StreetKey, set[int]]
) -> Iterator[tuple[HouseRow, range]]:
    """The row behind a gap, once for each number, with the numbers that are left out."""
    gaps = {
        (street, later): range(earlier + 2, later, 2)
        for street, known in numbers.items()
        for side in (0, 1)
        for earlier, later in pairwise(sorted(each for each in known if each % 2 == side))
        if later > earlier + 2
    }
    for (street, number, _), row in rows.items():
        if missing := gaps.pop((street, number), None):
            yield row, missing


def _in_no_area(rows: Mapping[HouseKey, HouseRow]) -> Iterator[tuple[HouseRow, list[str]]]:
    """Of the kinds that are drawn for other houses of the same street, by its ranges."""
    ranges: dict[StreetKey, list[AreaRange]] = defaultdict(list)
    for each in AreaRange.objects.select_related("street", "area"):
        ranges[each.street.folded, each.street.municipality].append(each)
    districts = set(Area.objects.filter(districts__isnull=False).values_list("kind", "districts__name"))
    for (street, number, suffix), row in rows.items():
        drawn = ranges.get(street, [])
        inside = {each.area.kind for each in drawn if holds(each, number, suffix)}
        missing = {each.area.kind for each in drawn} - inside
        kinds = [kind.label for kind in AreaKind if kind in missing and (kind, row.district) not in districts]
        if kinds:
            yield row, kinds
