"""What the city runs near an address: the nearest facilities, as the crow flies."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

from django.conf import settings
from wagtail.models import Site

from home.addresses import tree_address
from home.enums import FacilityKind
from home.maps import map_place
from home.models import FacilityPage
from home.prepared_queries import PreparedQuery
from home.publicity import public

from ..domain.houses import KnownHouse
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import Texts, texts_in

SHOWN, LOOKED_AT = 4, 500
METRES_A_DEGREE = 111_200
REACH_METRES = 2500
DAY_CARE = (FacilityKind.DAY_CARE,)
OTHERS = tuple(kind for kind in FacilityKind if kind not in DAY_CARE)


@dataclass(frozen=True)
class NearbyFacilities:
    """Those of some kinds; `title` is the name of the heading among the texts."""

    name: str
    rank: int
    title: str
    kinds: Sequence[FacilityKind]

    def answer(self, asked: AskedAddress) -> Answer | None:
        """One query. Distances are worked out here: a city has some hundred facilities at most."""
        house, texts = asked.house, texts_in(asked.language)
        if house.latitude is None or house.longitude is None:
            return None
        near = sorted(self._around(house, asked.language), key=lambda each: each[0])[:SHOWN]
        if not near:
            return None
        lines, places, roots = [], [], Site.get_site_root_paths()
        for metres, (title, url_path, latitude, longitude, address) in near:
            url = tree_address(url_path, roots)
            lines.append(AnswerLine(title, url, texts.away.format(metres=round(metres, -1))))
            places += map_place(title, latitude, longitude, url, address)
        return Answer(self._heading(texts), lines, places=places)

    def _heading(self, texts: Texts) -> str:
        return str(getattr(texts, self.title))

    def _around(self, house: KnownHouse, language: str) -> list[tuple[int, tuple[Any, ...]]]:
        latitude, longitude = float(house.latitude or 0), float(house.longitude or 0)
        narrower = cos(radians(latitude))
        found = []
        for row in self._pages(language):
            north, east = float(row[2]) - latitude, (float(row[3]) - longitude) * narrower
            metres = int(hypot(north, east) * METRES_A_DEGREE)
            if metres <= REACH_METRES:
                found.append((metres, row))
        return found

    def _pages(self, language: str) -> list[tuple[Any, ...]]:
        """Each facility in the language that is asked for, where there is such a page, else in German."""
        found: dict[Any, tuple[Any, ...]] = {}
        for kind, key, code, *row in _FACILITIES.rows(language=language, german=settings.LANGUAGE_CODE):
            if kind in self.kinds and (code == language or key not in found):
                found[key] = tuple(row)
        return list(found.values())


def _facilities(language: str, german: str) -> Any:
    pages = FacilityPage.objects.filter(
        locale__language_code__in=[language, german], latitude__isnull=False, longitude__isnull=False
    )
    columns = ("kind", "translation_key", "locale__language_code")
    shown = ("title", "url_path", "latitude", "longitude", "address")
    return public(pages).order_by("path").values_list(*columns, *shown)[:LOOKED_AT]


_FACILITIES = PreparedQuery(_facilities, language=str, german=str)
