"""Streets, tours and published days for tests."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.models import Address, District, Street
from servicefinder.waste.domain.approving import approve
from servicefinder.waste.domain.holidays import propose_holiday_shifts
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.domain.shifting import Move, move
from servicefinder.waste.enums import CollectionState, PlanState, ShiftState
from servicefinder.waste.models import Collection, Fraction, Plan, Rhythm, ServedRange, Tour, TourRange

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
        served(made, name)
    return made


def served(tour: Tour, name: str = "Ostanlage", **span) -> TourRange:  # type: ignore[no-untyped-def]
    """Houses of the street, planned and, with a public plan, public."""
    if tour.plan.is_public:
        ServedRange.objects.create(tour=tour, street=street(name), **span)
    return TourRange.objects.create(tour=tour, street=street(name), **span)


def collection(
    tour: Tour, day: date, what: Fraction | None = None, planned: date | None = None, **values
) -> Collection:  # type: ignore[no-untyped-def]
    moved = planned is not None and planned != day
    values.setdefault("state", CollectionState.SHIFTED if moved else CollectionState.PLANNED)
    values.setdefault("changed_at", CHANGED)
    return Collection.objects.create(
        tour=tour, fraction=what or fraction(), planned_on=planned or day, day=day, **values
    )


def rhythm(tour: Tour, first: date, weeks: int = 2, what: Fraction | None = None, **values) -> Rhythm:  # type: ignore[no-untyped-def]
    """Every so many `weeks` of the tour's year, counted from `first`."""
    year = tour.plan.year
    spans = {"valid_from": date(year, 1, 1), "valid_until": date(year, 12, 31), **values}
    return Rhythm.objects.create(
        tour=tour, fraction=what or fraction(), anchor=first, interval=weeks, **spans
    )


def year_of_one_tour(year: int = 2026, state: str = PlanState.DRAFT) -> Tour:
    """Tour Nord in the Ostanlage: Restmüll every Friday, with the year's holidays proposed."""
    made = tour(year=year, state=state)
    rhythm(made, date(2026, 1, 2), weeks=1)
    propose_holiday_shifts(made.plan)
    return made


def published_year(year: int = 2026) -> Tour:
    """The same, public; what falls on a holiday without a day left is done the day before."""
    made = year_of_one_tour(year)
    for shift in made.plan.shifts.filter(state=ShiftState.CONFLICT):
        day = shift.planned_on - timedelta(days=1)
        move(made.plan, Move(shift.planned_on, day, shift.reason))
    approve(made.plan)
    publish(made.plan)
    return made
