"""What the catalogue has to say on the front page."""

from typing import Any

from ..enums import AddressKind
from ..models import PublishedOffice, PublishedService, TownHall, flat_path
from .public_rows import public_rows

MOST_WANTED = 10


def most_wanted(language: str) -> list[dict[str, str]]:
    """Links to the services that people come for most. One query."""
    rows = public_rows(PublishedService, language).order_by("-demand", "sort_key")[:MOST_WANTED]
    return [
        {"title": title, "url": flat_path(AddressKind.SERVICE, language, slug)}
        for title, slug in rows.values_list("title", "slug")
    ]


def town_hall(language: str) -> dict[str, Any] | None:
    """Document of the office that the city shows on its front page, if it is public. One query."""
    chosen = TownHall.objects.filter(office__isnull=False).values("office")
    row = public_rows(PublishedOffice, language, office__in=chosen).first()
    return row.document if row else None
