"""Where Auenstadt's streets lie: an old town inside a ring road, districts with streets along and across.

Worked out from `content/streets.toml`, the same on every machine. Everything is in metres east and north of
the market place; `degrees` turns it into coordinates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, hypot, pi, sin
from random import Random
from typing import Any

from democity.content_files import read
from servicefinder.addresses.domain.folding import folded_street

Point = tuple[float, float]

CENTRE = (50.5841, 8.6784)
METRES_NORTH, METRES_EAST = 1 / 111_200, 1 / 70_600  # One metre in degrees, at this latitude.
BETWEEN_NUMBERS, BESIDE = 5, 14  # Metres from one number to the next, and from the middle of the street.
BETWEEN_STREETS, IN_THE_OLD_TOWN = 62, 45
RING_RADIUS = 430
# Streets of the ring road, by the direction that they lie in from the market place.
RING = {"Ostanlage": 0.0, "Nordanlage": pi / 2, "Westanlage": pi, "Südanlage": -pi / 2}
RIVER: tuple[Point, ...] = (
    *((3300, -350), (2400, -560), (1700, -500), (1100, -640), (560, -560), (60, -640)),
    *((-420, -820), (-760, -1010), (-1250, -1060), (-1900, -1330), (-3300, -1420)),
)
EDGE = 3000  # How far the city reaches.


@dataclass(frozen=True)
class PlannedStreet:
    """`middle` is bent by `bend` metres; one of the ring lies in a `direction` from the centre."""

    name: str
    district: str
    highest: int
    middle: Point
    direction: float
    bend: float
    is_ring: bool = False

    @property
    def length(self) -> float:
        return (self.highest + 1) * BETWEEN_NUMBERS

    def at(self, along: float, side: float = 0) -> Point:
        """A point `along` metres from the beginning, `side` metres to the right."""
        if self.is_ring:
            angle = self.direction + (along - self.length / 2) / RING_RADIUS
            radius = RING_RADIUS + side
            return radius * cos(angle), radius * sin(angle)
        ahead = along - self.length / 2
        aside = side + self.bend * sin(pi * along / self.length)
        x, y = self.middle
        return (
            x + ahead * cos(self.direction) + aside * sin(self.direction),
            y + ahead * sin(self.direction) - aside * cos(self.direction),
        )

    def line(self) -> list[Point]:
        parts = 12 if self.is_ring else 4
        return [self.at(self.length * part / parts) for part in range(parts + 1)]

    def house(self, number: int) -> Point:
        """Odd numbers on the left, even ones on the right."""
        return self.at(number * BETWEEN_NUMBERS, -BESIDE if number % 2 else BESIDE)


def degrees(point: Point) -> tuple[float, float]:
    """Latitude and longitude."""
    return round(CENTRE[0] + point[1] * METRES_NORTH, 6), round(CENTRE[1] + point[0] * METRES_EAST, 6)


@cache
def streets() -> dict[str, PlannedStreet]:
    return {street.name: street for entry in read("streets")["districts"] for street in _district(entry)}


def districts() -> dict[str, list[Point]]:
    """Every place belongs to the district whose middle is nearest."""
    middles = {entry["name"]: _middle(entry) for entry in read("streets")["districts"]}
    return {name: _nearest_to(middle, middles.values()) for name, middle in middles.items()}


def ring() -> list[Point]:
    return [(RING_RADIUS * cos(part * pi / 36), RING_RADIUS * sin(part * pi / 36)) for part in range(73)]


def highest_number(length: int, chance: Random) -> int:
    """The last house number of a street; `chance` is drawn from as often as houses expect it."""
    for _ in range(3):
        chance.random()
    return int(length * chance.uniform(0.4, 1)) + 1


def _district(entry: dict[str, Any]) -> Iterator[PlannedStreet]:
    x, y = _middle(entry)
    turned = Random(entry["name"]).uniform(0, pi / 2)  # noqa: S311 -- nothing secret
    apart = IN_THE_OLD_TOWN if hypot(x, y) < RING_RADIUS else BETWEEN_STREETS
    for place, name in enumerate(entry["streets"]):
        chance = Random(folded_street(name))  # noqa: S311 -- nothing secret
        highest = highest_number(entry["length"], chance)
        if name in RING:
            yield PlannedStreet(name, entry["name"], highest, (0, 0), RING[name], 0, is_ring=True)
            continue
        direction = turned + (pi / 2 if place % 2 else 0)
        offset = (place // 2 - 6) * apart
        middle = (x + offset * sin(direction), y - offset * cos(direction))
        yield PlannedStreet(name, entry["name"], highest, middle, direction, chance.uniform(-18, 18))


def _middle(entry: dict[str, Any]) -> Point:
    return (
        (entry["longitude"] - CENTRE[1]) / METRES_EAST,
        (entry["latitude"] - CENTRE[0]) / METRES_NORTH,
    )


def _nearest_to(middle: Point, middles: Any) -> list[Point]:
    area = [(EDGE * cos(part * pi / 12), EDGE * sin(part * pi / 12)) for part in range(24)]
    for other in middles:
        if other != middle:
            area = _nearer(area, middle, other)
    return sorted(area, key=lambda point: atan2(point[1] - middle[1], point[0] - middle[0]))


def _nearer(area: list[Point], middle: Point, other: Point) -> list[Point]:
    """The part of a convex area that is nearer to `middle`."""

    def over(point: Point) -> float:
        half = ((middle[0] + other[0]) / 2, (middle[1] + other[1]) / 2)
        return (point[0] - half[0]) * (other[0] - middle[0]) + (point[1] - half[1]) * (other[1] - middle[1])

    kept = []
    for start, end in zip(area, [*area[1:], area[0]], strict=True):
        if over(start) <= 0:
            kept.append(start)
        if (over(start) < 0) != (over(end) < 0) and over(start) != over(end):
            part = over(start) / (over(start) - over(end))
            kept.append((start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])))
    return kept
