"""What a map of the city shows: places on a ground, which are tiles of a server or the demo city's drawing.

Without either there is no map, only what leads to one elsewhere, where a page has that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.templatetags.static import static


@dataclass(frozen=True)
class MapPlace:
    """A place with coordinates in WGS 84; `url` leads to its page.

    `mark` stands on the map in place of the number in the list; `kind` is a class of it, for its colour.
    """

    name: str
    latitude: str
    longitude: str
    url: str = ""
    text: str = ""
    mark: str = ""
    kind: str = ""


@dataclass(frozen=True)
class MapGround:
    """`tiles`: address with {z}, {x} and {y}, or empty; `drawing`: address of a GeoJSON, or empty."""

    tiles: str
    attribution: str
    drawing: str


def map_place(
    name: str,
    latitude: Decimal | float | None,
    longitude: Decimal | float | None,
    url: str = "",
    text: str = "",
) -> list[MapPlace]:
    """None or one, so that lists of places are easily put together."""
    if latitude is None or longitude is None:
        return []
    return [MapPlace(name, f"{latitude:.6f}", f"{longitude:.6f}", url, text)]


def map_ground(places: Iterable[MapPlace] = ()) -> MapGround | None:
    """None where there is nothing to show, or nothing to show it on."""
    if not places or not (settings.MAP_TILES or settings.MAP_DRAWING):
        return None
    drawing = "" if settings.MAP_TILES else static(settings.MAP_DRAWING)
    return MapGround(settings.MAP_TILES, settings.MAP_ATTRIBUTION, drawing)
