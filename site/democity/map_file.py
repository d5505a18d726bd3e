"""Auenstadt as GeoJSON (RFC 7946): what a map of the demo city shows without any foreign tile."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings

from .street_plan import RIVER, Point, degrees, districts, ring, streets

MAP_FILE = "map/auenstadt.geojson"
SMOOTH = 6  # Points of the river between two bends.


def map_path() -> Path:
    return Path(settings.BASE_DIR) / "static" / MAP_FILE


def drawn_map() -> str:
    """One feature a line, so that a change can be read. `kind`: district, river, ring or street."""
    features = [
        *(_feature("Polygon", [[*area, area[0]]], "district", name) for name, area in districts().items()),
        _feature("LineString", _smooth(RIVER), "river", "Aue"),
        _feature("LineString", ring(), "ring", "Anlagenring"),
        *(
            _feature("LineString", street.line(), "street", street.name)
            for street in streets().values()
            if not street.is_ring
        ),
    ]
    lines = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def _feature(kind: str, points: Any, what: str, name: str) -> dict[str, Any]:
    coordinates = [_places(ring) for ring in points] if kind == "Polygon" else _places(points)
    return {
        "type": "Feature",
        "properties": {"kind": what, "name": name},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _places(points: Iterable[Point]) -> list[list[float]]:
    """Longitude first, five places: about a metre."""
    return [[round(longitude, 5), round(latitude, 5)] for latitude, longitude in map(degrees, points)]


def _smooth(points: tuple[Point, ...]) -> list[Point]:
    """Through all points in soft bends (Catmull and Rom)."""
    padded = [points[0], *points, points[-1]]
    found = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for part in range(SMOOTH):
            t = part / SMOOTH
            found.append(tuple(_between(t, *each) for each in zip(before, start, end, after, strict=True)))
    return [*found, points[-1]]  # type: ignore[list-item]


def _between(t: float, before: float, start: float, end: float, after: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )
