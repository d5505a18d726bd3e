"""Houses out of a file: what is new, what changes, what stands there twice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.text import slugify

from servicefinder.catalogue.domain.sorting import folded as plain
from servicefinder.catalogue.domain.sorting import sort_key

from ..domain.street_keys import write_keys
from ..models import Address, District, Street
from .formats import Plan, Progress
from .house_gaps import remark_gaps
from .house_rows import HouseKey, HouseRow, StreetKey

ROWS_AT_ONCE = 1000  # One short transaction each, so that nobody waits for an import.


@dataclass
class HouseChange:
    """Rows that are new or differ, with the keys of the houses that are there."""

    districts: list[str] = field(default_factory=list)
    streets: dict[StreetKey, str] = field(default_factory=dict)
    rows: list[HouseRow] = field(default_factory=list)

    def apply(self, progress: Progress) -> None:
        with transaction.atomic():
            for name in self.districts:
                District.objects.get_or_create(name=name, defaults={"slug": slugify(plain(name))[:80]})
        names = list(self.streets.items())
        for start in range(0, len(names), ROWS_AT_ONCE):
            _add_streets(names[start : start + ROWS_AT_ONCE])
        districts = dict(District.objects.values_list("name", "pk"))
        for start in range(0, len(self.rows), ROWS_AT_ONCE):
            _write(self.rows[start : start + ROWS_AT_ONCE], districts)
            progress(min(start + ROWS_AT_ONCE, len(self.rows)), len(self.rows))


def plan_houses(rows: Iterable[HouseRow], plan: Plan) -> Plan:
    """The same house twice is refused with both lines; houses that the file does not name are left alone."""
    change, counted, taken = HouseChange(), Counter[str](), dict[HouseKey, HouseRow]()
    there = _houses_there()
    streets = set(Street.objects.values_list("folded", "municipality"))
    districts = set(District.objects.values_list("name", flat=True))
    for row in rows:
        key = row.key
        if not key[0][0]:
            plan.refuse(row.line, "Der Straßenname enthält keinen Buchstaben.")
        elif key in taken:
            plan.refuse(row.line, f"{row.name} steht schon in Zeile {taken[key].line}.")
        else:
            taken[key] = row
            _sort_in(row, there, change, counted)
            if key[0] not in streets:
                change.streets.setdefault(key[0], row.street)
            if row.district not in districts and row.district not in change.districts:
                change.districts.append(row.district)
    plan.summary = {
        "Neue Stadtteile": len(change.districts),
        "Neue Straßen": len(change.streets),
        **{kind: counted[kind] for kind in ("Neue Adressen", "Geänderte Adressen", "Unveränderte Adressen")},
        "Nicht in der Datei, bleiben": len(there.keys() - taken.keys()),
    }
    if not taken and not plan.refusals:
        plan.refuse(0, "Die Datei enthält keine Adresse.")
    if not plan.refusals:
        remark_gaps(taken, there, plan)
    plan.change = change
    return plan


def _sort_in(
    row: HouseRow, there: dict[HouseKey, tuple[object, ...]], change: HouseChange, counted: Counter[str]
) -> None:
    values = (row.postal_code, row.district, row.latitude, row.longitude)
    before = there.get(row.key)
    kind = "Neue" if before is None else "Unveränderte" if before == values else "Geänderte"
    counted[f"{kind} Adressen"] += 1
    if before != values:
        change.rows.append(row)


def _houses_there() -> dict[HouseKey, tuple[object, ...]]:
    columns = ("street__folded", "street__municipality", "number", "suffix")
    values = ("postal_code", "district__name", "latitude", "longitude")
    rows = Address.objects.values_list(*columns, *values).iterator(ROWS_AT_ONCE)
    return {((row[0], row[1]), row[2], row[3]): tuple(row[4:]) for row in rows}


@transaction.atomic
def _add_streets(names: list[tuple[StreetKey, str]]) -> None:
    made = Street.objects.bulk_create(
        Street(name=name, folded=key[0], municipality=key[1], sort_key=sort_key(name)[:160])
        for key, name in names
    )
    write_keys(made)


@transaction.atomic
def _write(rows: list[HouseRow], districts: dict[str, int]) -> None:
    """New houses are added, others keep their id, which stands in bookmarks."""
    wanted = {row.key[0][0] for row in rows}
    streets = {
        (folded, municipality): pk
        for folded, municipality, pk in Street.objects.filter(folded__in=wanted).values_list(
            "folded", "municipality", "pk"
        )
    }
    Address.objects.bulk_create(
        [
            Address(
                street_id=streets[row.key[0]],
                number=row.number,
                suffix=row.suffix,
                postal_code=row.postal_code,
                district_id=districts[row.district],
                latitude=row.latitude,
                longitude=row.longitude,
            )
            for row in rows
        ],
        update_conflicts=True,
        unique_fields=["street", "number", "suffix"],
        update_fields=["postal_code", "district", "latitude", "longitude"],
    )
