"""Streets, tours and published days for tests."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.models import Address, District, Street
from servicefinder.waste.enums import CollectionState, PlanState
from servicefinder.waste.models import Collection, Fraction, Plan, Tour, TourRange

CHANGED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def fraction(name: str = "Restmüll", key: str = "restmuell", **values) -> Fraction:  # type: ignore[no-untyped-def]
    defaults = {"name": name, "colour": "#333333", "symbol": "bin", **values}
    return Fraction.objects.get_or_create(key=key, defaults=defaults)[0]


def street(name: str = "Ostanlage") -> Street:
    found, _ = Street.objects.get_or_create(
        folded=folded_street(name), municipality="", defaults={"name": name, "sort_key": name.casefold()}
    )
    return found


def address(name: str = "Ostanlage", number: int = 5, suffix: str = "") -> Address:
    district, _ = District.objects.get_or_create(slug="mitte", defaults={"name": "Mitte"})
    return Address.objects.get_or_create(
        street=street(name),
        number=number,
        suffix=suffix,
        defaults={"postal_code": "35990", "district": district},
    )[0]


def tour(code: str = "nord", year: int = 2026, streets: Sequence[str] = ("Ostanlage",), **state) -> Tour:  # type: ignore[no-untyped-def]
    plan, _ = Plan.objects.get_or_create(year=year, defaults={"state": PlanState.PUBLISHED, **state})
    made, _ = Tour.objects.get_or_create(plan=plan, code=code, defaults={"name": f"Tour {code.title()}"})
    for name in streets:
        TourRange.objects.create(tour=made, street=street(name))
    return made


def collection(
    tour: Tour, day: date, what: Fraction | None = None, planned: date | None = None, **values
) -> Collection:  # type: ignore[no-untyped-def]
    moved = planned is not None and planned != day
    values.setdefault("state", CollectionState.SHIFTED if moved else CollectionState.PLANNED)
    values.setdefault("changed_at", CHANGED)
    return Collection.objects.create(
        tour=tour, fraction=what or fraction(), planned_on=planned or day, day=day, **values
    )
