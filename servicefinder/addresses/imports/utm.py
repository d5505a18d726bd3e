"""From ETRS89/UTM to degrees. ETRS89 and WGS 84 differ by less than a metre, which no map of a city shows.

Krüger's series to the third order (Karney 2011, equations 11, 15 and 36): better than a millimetre inside a
zone, so that a geodetic library need not be installed for this one step.
"""

from math import asin, atan2, cos, cosh, degrees, radians, sin, sinh

# GRS 80 and the scale of UTM.
RADIUS, FLATTENING, SCALE, FALSE_EASTING = 6_378_137.0, 1 / 298.257222101, 0.9996, 500_000.0
N = FLATTENING / (2 - FLATTENING)
MERIDIAN = RADIUS / (1 + N) * (1 + N**2 / 4 + N**4 / 64)
BACK = (N / 2 - 2 * N**2 / 3 + 37 * N**3 / 96, N**2 / 48 + N**3 / 15, 17 * N**3 / 480)
TO_LATITUDE = (2 * N - 2 * N**2 / 3 - 2 * N**3, 7 * N**2 / 3 - 8 * N**3 / 5, 56 * N**3 / 15)


def to_degrees(zone: int, easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude of a point on the northern half of the earth; easting without its zone."""
    along, across = northing / (SCALE * MERIDIAN), (easting - FALSE_EASTING) / (SCALE * MERIDIAN)
    turns = list(enumerate(BACK, start=1))
    north = along - sum(part * sin(2 * j * along) * cosh(2 * j * across) for j, part in turns)
    east = across - sum(part * cos(2 * j * along) * sinh(2 * j * across) for j, part in turns)
    conformal = asin(sin(north) / cosh(east))
    latitude = conformal + sum(part * sin(2 * j * conformal) for j, part in enumerate(TO_LATITUDE, start=1))
    meridian = radians(zone * 6 - 183)
    return degrees(latitude), degrees(meridian + atan2(sinh(east), cos(north)))
