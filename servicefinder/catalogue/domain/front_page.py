"""What the catalogue has to say on the front page."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from home.prepared_queries import PreparedQuery

from ..enums import AddressKind
from ..models import PublishedOffice, PublishedService, TownHall, flat_path
from .public_rows import public_rows

MOST_WANTED = 10


def most_wanted(language: str) -> list[dict[str, str]]:
    """Links to the services that people come for most. One query."""
    return [
        {"title": title, "url": flat_path(AddressKind.SERVICE, language, slug)}
        for title, slug in MOST_WANTED_ROWS.rows(language=language, now=timezone.now())
    ]


def town_hall(language: str) -> dict[str, Any] | None:
    """Document of the office that the city shows on its front page, if it is public. One query."""
    rows = TOWN_HALLS.rows(language=language, now=timezone.now())
    return rows[0][0] if rows else None


def _most_wanted(language: str, now: datetime) -> QuerySet[PublishedService]:
    rows = public_rows(PublishedService, language, now).order_by("-demand", "sort_key")[:MOST_WANTED]
    return rows.values_list("title", "slug")  # type: ignore[return-value]


def _town_halls(language: str, now: datetime) -> QuerySet[PublishedOffice]:
    chosen = TownHall.objects.filter(office__isnull=False).values("office")
    rows = public_rows(PublishedOffice, language, now, office__in=chosen)[:1]
    return rows.values_list("document")  # type: ignore[return-value]


MOST_WANTED_ROWS = PreparedQuery(_most_wanted, language=str, now=datetime)
TOWN_HALLS = PreparedQuery(_town_halls, language=str, now=datetime)
