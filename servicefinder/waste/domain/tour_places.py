"""Where the houses of tours lie, and those that miss a bin: summed up, since a city has many."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from servicefinder.addresses.models import Address

from ..enums import RhythmKind
from ..models import Plan, Rhythm, TourRange
from .houses import Span, spans_of, tours_at

ROWS_AT_ONCE = 2000
UNSERVED = ""  # In place of the code of a tour: houses without a tour for something that is due.


@dataclass
class Spot:
    """Houses of one tour in one place; those without coordinates count, but do not move its middle."""

    name: str
    houses: int = 0
    located: int = 0
    latitudes: float = 0.0
    longitudes: float = 0.0

    def add(self, latitude: float | None, longitude: float | None) -> None:
        self.houses += 1
        if latitude is not None and longitude is not None:
            self.located += 1
            self.latitudes += latitude
            self.longitudes += longitude

    @property
    def middle(self) -> tuple[float, float] | None:
        if not self.located:
            return None
        return self.latitudes / self.located, self.longitudes / self.located


class Choice(NamedTuple):
    """What of a year is looked at: a tour's code, a fraction, a weekday (Monday 0), each of them or none."""

    tour: str = ""
    fraction: int | None = None
    weekday: int | None = None


@dataclass
class TourPlaces:
    """By code of the tour, and below by house, street or district; `parts`: its ranges in a street."""

    houses: dict[str, list[Spot]] = field(default_factory=dict)
    streets: dict[str, dict[int, Spot]] = field(default_factory=dict)
    districts: dict[str, dict[int, Spot]] = field(default_factory=dict)
    parts: dict[tuple[str, int], list[Span]] = field(default_factory=dict)


def places_of(plan: Plan, choice: Choice, houses_limit: int) -> TourPlaces:
    """Three queries. Single houses are given while there are no more than `houses_limit` of all together."""
    spans = spans_of(TourRange.objects.filter(tour__plan=plan).order_by("tour__code", "pk"), "tour__code")
    rhythms = list(Rhythm.objects.filter(tour__plan=plan).select_related("tour"))
    chosen = _chosen_tours(rhythms, choice)
    taken = _taken(rhythms)
    due = frozenset().union(*taken.values()) if choice.fraction is None else frozenset({choice.fraction})
    found, count = TourPlaces(), 0
    rows = Address.objects.order_by("street__sort_key", "street_id", "number", "suffix").values_list(
        *("street_id", "street__name", "number", "suffix"),
        *("district_id", "district__name", "latitude", "longitude"),
    )
    for street, street_name, number, suffix, district, district_name, *place in rows.iterator(
        chunk_size=ROWS_AT_ONCE
    ):
        tours = tours_at(spans, street, number, suffix)
        groups = [code for code in tours if code in chosen]
        if not due <= frozenset().union(*(taken.get(code, frozenset()) for code in tours)):
            groups.append(UNSERVED)
        for code in groups:
            count += 1
            _spot(found.streets.setdefault(code, {}), street, street_name).add(*place)
            _spot(found.districts.setdefault(code, {}), district, district_name).add(*place)
            if count <= houses_limit:
                house = Spot(f"{street_name} {number}{suffix}")
                house.add(*place)
                found.houses.setdefault(code, []).append(house)
    if count > houses_limit:
        found.houses = {}
    for street, mine in spans.items():
        for code, span in mine:
            if code in chosen:
                found.parts.setdefault((code, street), []).append(span)
    return found


def _spot(spots: dict[int, Spot], key: int, name: str) -> Spot:
    if key not in spots:
        spots[key] = Spot(name)
    return spots[key]


def _chosen_tours(rhythms: Iterable[Rhythm], choice: Choice) -> set[str]:
    """Those with a rhythm that is meant: single days have no weekday."""
    return {
        rhythm.tour.code
        for rhythm in rhythms
        if choice.tour in ("", rhythm.tour.code)
        and choice.fraction in (None, rhythm.fraction_id)
        and (choice.weekday is None or _weekday(rhythm) == choice.weekday)
    }


def _weekday(rhythm: Rhythm) -> int | None:
    listed = rhythm.kind == RhythmKind.LISTED or rhythm.anchor is None
    return None if listed else rhythm.anchor.weekday()  # type: ignore[union-attr]


def _taken(rhythms: Iterable[Rhythm]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for rhythm in rhythms:
        found.setdefault(rhythm.tour.code, set()).add(rhythm.fraction_id)
    return {code: frozenset(fractions) for code, fractions in found.items()}
