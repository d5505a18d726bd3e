"""Coordinates (WGS 84, degrees) and the map they lead to."""

from decimal import Decimal

MAP_ZOOM = 17  # Single houses can be told apart.


def map_link(latitude: Decimal | None, longitude: Decimal | None) -> str:
    """Address of OpenStreetMap with a mark at the place; empty without coordinates.

    A link, not an embedded map: nothing is requested from there until somebody follows it.
    """
    if latitude is None or longitude is None:
        return ""
    place = f"mlat={latitude:.6f}&mlon={longitude:.6f}"
    return f"https://www.openstreetmap.org/?{place}#map={MAP_ZOOM}/{latitude:.6f}/{longitude:.6f}"
