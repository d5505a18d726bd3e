"""What the city runs near an address: the nearest facilities, as the crow flies."""

from math import cos, hypot, radians
from typing import Any

from wagtail.models import Site

from home.addresses import tree_address
from home.maps import map_place
from home.models import FacilityPage
from home.prepared_queries import PreparedQuery
from home.publicity import public

from ..domain.houses import KnownHouse
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import texts_in

SHOWN, LOOKED_AT = 4, 500
METRES_A_DEGREE = 111_200
REACH_METRES = 2500


class NearbyFacilities:
    name, rank = "addresses.nearby", 70

    def answer(self, asked: AskedAddress) -> Answer | None:
        """One query. Distances are worked out here: a city has some hundred facilities at most."""
        house, texts = asked.house, texts_in(asked.language)
        if house.latitude is None or house.longitude is None:
            return None
        near = sorted(_around(house, asked.language), key=lambda each: each[0])[:SHOWN]
        if not near:
            return None
        lines, places, roots = [], [], Site.get_site_root_paths()
        for metres, (title, url_path, latitude, longitude, address) in near:
            url = tree_address(url_path, roots)
            lines.append(AnswerLine(title, url, texts.away.format(metres=round(metres, -1))))
            places += map_place(title, latitude, longitude, url, address)
        return Answer(texts.nearby, lines, places=places)


def _around(house: KnownHouse, language: str) -> list[tuple[int, tuple[Any, ...]]]:
    latitude, longitude = float(house.latitude or 0), float(house.longitude or 0)
    narrower = cos(radians(latitude))
    found = []
    for row in _FACILITIES.rows(language=language):
        north, east = float(row[2]) - latitude, (float(row[3]) - longitude) * narrower
        metres = int(hypot(north, east) * METRES_A_DEGREE)
        if metres <= REACH_METRES:
            found.append((metres, row))
    return found


def _facilities(language: str) -> Any:
    pages = FacilityPage.objects.filter(
        locale__language_code=language, latitude__isnull=False, longitude__isnull=False
    )
    columns = ("title", "url_path", "latitude", "longitude", "address")
    return public(pages).order_by("path").values_list(*columns)[:LOOKED_AT]


_FACILITIES = PreparedQuery(_facilities, language=str)
