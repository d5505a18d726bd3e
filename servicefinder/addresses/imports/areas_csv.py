"""Areas as CSV: art, gebiet, strasse, seite, von, bis. What the file says of a kind replaces what was there.

`art` is Stelle, Grundschule or Wahllokal; `seite` is empty, gerade or ungerade; without `von` and `bis` the
whole street. A street in two areas is refused, and so is a house in none.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import transaction

from uploads.domain.tables import WrongCell, lines_of

from ..domain.folding import folded_street
from ..domain.ranges import clashes, first_few, in_words, uncovered
from ..enums import AreaKind
from ..models import Address, Area, AreaRange, Street
from .formats import Plan, Progress
from .ranges import COLUMNS as RANGE
from .ranges import range_of
from .texts import named

COLUMNS = ("art", "gebiet", "strasse")
KINDS = {"stelle": AreaKind.OFFICE, "grundschule": AreaKind.SCHOOL, "wahllokal": AreaKind.POLLING}
NAMED_AT_MOST = 12
Suffixed = tuple[int, str]


class AreaRow(NamedTuple):
    """Has the columns of a range."""

    line: int
    kind: AreaKind
    area: str
    street: str
    parity: str
    first_number: int
    first_suffix: str
    last_number: int | None
    last_suffix: str


@dataclass
class AreaChange:
    rows: list[AreaRow] = field(default_factory=list)
    streets: dict[str, int] = field(default_factory=dict)

    @transaction.atomic
    def apply(self, progress: Progress) -> None:
        kinds = {row.kind for row in self.rows}
        AreaRange.objects.filter(area__kind__in=kinds).delete()
        areas = {
            key: Area.objects.get_or_create(kind=key[0], name=key[1])[0]
            for key in dict.fromkeys((row.kind, row.area) for row in self.rows)
        }
        Area.districts.through.objects.filter(area__kind__in=kinds).delete()
        AreaRange.objects.bulk_create(
            AreaRange(
                area=areas[row.kind, row.area],
                street_id=self.streets[folded_street(row.street)],
                parity=row.parity,
                first_number=row.first_number,
                first_suffix=row.first_suffix,
                last_number=row.last_number,
                last_suffix=row.last_suffix,
            )
            for row in self.rows
        )
        progress(len(self.rows), len(self.rows))


def plan(text: str) -> Plan:
    """Raises NotATable."""
    found = Plan()
    streets = dict(Street.objects.values_list("folded", "pk"))
    change = AreaChange(list(_rows(text, found, streets)), streets)
    by_street: dict[tuple[AreaKind, int], list[AreaRow]] = defaultdict(list)
    for row in change.rows:
        by_street[row.kind, streets[folded_street(row.street)]].append(row)
    for rows in by_street.values():
        for one, other in clashes(rows):
            found.refuse(
                other.line,
                f"{other.street} {in_words(other)} ({other.area}) überschneidet sich mit Zeile {one.line}: "
                f"{in_words(one)} ({one.area}).",
            )
    _refuse_gaps(by_street, found)
    if not change.rows and not found.refusals:
        found.refuse(0, "Die Datei enthält kein Gebiet.")
    found.summary = {
        "Gebiete": len({(row.kind, row.area) for row in change.rows}),
        "Straßenabschnitte": len(change.rows),
    }
    found.change = change
    return found


def _rows(text: str, plan: Plan, streets: dict[str, int]) -> Iterator[AreaRow]:
    for line, row in lines_of(text, COLUMNS, RANGE):
        try:
            made = _row(line, row)
            if folded_street(made.street) not in streets:
                raise WrongCell(f"Die Straße „{made.street}“ gibt es nicht.")
            yield made
        except WrongCell as problem:
            plan.refuse(line, str(problem))


def _row(line: int, row: dict[str, str]) -> AreaRow:
    kind = row["art"].casefold()
    if kind not in KINDS:
        raise WrongCell(f"„{row['art'][:20]}“ ist keine Art von Gebiet: Stelle, Grundschule oder Wahllokal.")
    return AreaRow(
        line,
        KINDS[kind],
        named(row["gebiet"], "Das Gebiet", 120),
        named(row["strasse"], "Die Straße", 120),
        **range_of(row),
    )


def _refuse_gaps(by_street: dict[tuple[AreaKind, int], list[AreaRow]], plan: Plan) -> None:
    """Every house of the city belongs to one area of each kind that the file draws."""
    houses: dict[int, list[Suffixed]] = defaultdict(list)
    for street, number, suffix in Address.objects.order_by("number", "suffix").values_list(
        "street_id", "number", "suffix"
    ):
        houses[street].append((number, suffix))
    names = dict(Street.objects.values_list("pk", "name"))
    for kind in {kind for kind, _ in by_street}:
        missing = sorted(names[street] for street in houses if (kind, street) not in by_street)
        if missing:
            plan.refuse(
                0, f"{kind.label}: {len(missing)} Straßen fehlen: {first_few(missing, NAMED_AT_MOST)}."
            )
    for (kind, street), rows in by_street.items():
        if left := uncovered(houses[street], rows):
            numbers = first_few([f"{number} {suffix}".strip() for number, suffix in left], NAMED_AT_MOST)
            plan.refuse(rows[-1].line, f"{kind.label}: {names[street]} {numbers} liegt in keinem Gebiet.")
