"""Tours on a map, and the list of their streets beside it. Colours repeat, so each mark has its number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from home.maps import MapPlace, map_place
from servicefinder.addresses.domain.ranges import in_words

from ...domain.tour_places import UNSERVED, Choice, Spot, TourPlaces, places_of
from ...models import Plan

HOUSES_LIMIT = 150  # More houses than these are drawn as streets,
MARKS_LIMIT = 600  # and more streets than these as districts.
STREETS_OF_ONE, STREETS_OF_MANY = 600, 8
COLOURS = 8
UNITS = {"houses": "ein Haus", "streets": "eine Straße", "districts": "ein Stadtteil"}


class StreetLine(NamedTuple):
    name: str
    url: str
    parts: str
    houses: int


@dataclass(frozen=True)
class Group:
    """A tour, or the houses that miss a bin (`unserved`); `more` streets are not listed."""

    mark: str
    kind: str
    name: str
    houses: int
    streets: int
    lines: list[StreetLine]
    more: int
    url: str
    unserved: bool


@dataclass(frozen=True)
class TourMap:
    """`unit`: what a mark on the map stands for; `left_off`: marks that found no room."""

    groups: list[Group]
    places: list[MapPlace]
    unit: str
    left_off: int


def tour_map(plan: Plan, choice: Choice) -> TourMap:
    """Four queries, whatever the number of houses."""
    found = places_of(plan, choice, HOUSES_LIMIT)
    tours = list(plan.tours.order_by("code").values_list("code", "name"))
    marks = {code: str(number) for number, (code, _) in enumerate(tours, start=1)} | {UNSERVED: "!"}
    names = [(code, name) for code, name in [(UNSERVED, "Ohne Tour"), *tours] if code in found.streets]
    lines = STREETS_OF_MANY if len(names) > 2 else STREETS_OF_ONE  # One tour, and what is unserved.
    groups = [_group(plan, code, name, marks[code], found, lines) for code, name in names]
    unit = _unit(found)
    places = list(_places(plan, dict(names), marks, found, unit))
    return TourMap(groups, places[:MARKS_LIMIT], UNITS[unit], max(len(places) - MARKS_LIMIT, 0))


def kind_of(mark: str) -> str:
    """The class of its colour; what is unserved also has another shape."""
    return f"tour-mark--{(int(mark) - 1) % COLOURS + 1}" if mark.isdecimal() else "tour-mark--unserved"


def _unit(found: TourPlaces) -> str:
    if found.houses:
        return "houses"
    return "streets" if sum(map(len, found.streets.values())) <= MARKS_LIMIT else "districts"


def _group(plan: Plan, code: str, name: str, mark: str, found: TourPlaces, limit: int) -> Group:
    streets = found.streets[code]
    shown = list(streets.items())[:limit]
    query = urlencode({"tour": code})
    return Group(
        mark=mark,
        kind=kind_of(mark),
        name=name,
        houses=sum(spot.houses for spot in streets.values()),
        streets=len(streets),
        lines=[_line(plan, street, spot, code, found) for street, spot in shown],
        more=len(streets) - len(shown),
        url="" if code == UNSERVED else f"{reverse('waste_work:map', args=[plan.year])}?{query}",
        unserved=code == UNSERVED,
    )


def _line(plan: Plan, street: int, spot: Spot, code: str, found: TourPlaces) -> StreetLine:
    parts = [in_words(span) for span in found.parts.get((code, street), [])]
    words = "" if parts == ["alle"] else ", ".join(parts)
    return StreetLine(spot.name, reverse("waste_work:street", args=[plan.year, street]), words, spot.houses)


def _places(
    plan: Plan, names: dict[str, str], marks: dict[str, str], found: TourPlaces, unit: str
) -> Iterator[MapPlace]:
    """What is unserved first: it must not be what finds no room."""
    for code, tour in names.items():
        for street, spot in _spots(found, code, unit):
            words = spot.name if unit == "houses" else f"{spot.name}, {_houses(spot.houses)}"
            url = reverse("waste_work:street", args=[plan.year, street]) if unit == "streets" else ""
            if middle := spot.middle:
                (place,) = map_place(f"{tour}: {words}", *middle, url)
                yield replace(place, mark=marks[code], kind=kind_of(marks[code]))


def _spots(found: TourPlaces, code: str, unit: str) -> list[tuple[int, Spot]]:
    if unit == "houses":
        return [(0, spot) for spot in found.houses.get(code, [])]
    return list((found.streets if unit == "streets" else found.districts).get(code, {}).items())


def _houses(number: int) -> str:
    return "1 Haus" if number == 1 else f"{number} Häuser"
