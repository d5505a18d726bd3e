"""Parts of the front page that the catalogue fills."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from home.registries import page_panels

from .domain.front_page import most_wanted, town_hall
from .domain.life_situation_lists import shown_situations
from .presentation.life_situations import situation_links
from .presentation.office_cards import card_of


@dataclass(frozen=True)
class MostWanted:
    key: str = "most_wanted"
    heading: str = "Am meisten gefragt"
    template: str = "catalogue/panels/most_wanted.html"

    def data(self, request: HttpRequest) -> dict[str, Any] | None:
        links = most_wanted(request.LANGUAGE_CODE)
        return {"links": links, "finder_url": reverse("finder")} if links else None


@dataclass(frozen=True)
class LifeSituations:
    key: str = "life_situations"
    heading: str = "Was ist los bei Ihnen?"
    template: str = "catalogue/panels/life_situations.html"

    def data(self, request: HttpRequest) -> dict[str, Any] | None:
        situations = situation_links(shown_situations(request.LANGUAGE_CODE))
        return {"situations": situations} if situations else None


@dataclass(frozen=True)
class TownHallNow:
    key: str = "town_hall"
    heading: str = "Das Rathaus"
    template: str = "catalogue/panels/town_hall.html"

    def data(self, request: HttpRequest) -> dict[str, Any] | None:
        office = town_hall(request.LANGUAGE_CODE)
        if office is None:
            return None
        return {"office": card_of(office, timezone.now()), "offices_url": reverse("offices")}


def register() -> None:
    for panel in (MostWanted(), LifeSituations(), TownHallNow()):
        page_panels.register("home", panel)
    page_panels.register("nothing_found", MostWanted())
    page_panels.register("nothing_found", LifeSituations())
