"""What the catalogue has to say on the front page."""

from datetime import datetime
from typing import Any

import orjson
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from home.prepared_queries import PreparedQuery
from home.release import release

from ..enums import AddressKind
from ..models import PublishedOffice, PublishedService, TownHall, flat_path
from .page_reading import FoundOffice
from .public_rows import public_rows

MOST_WANTED = 10


def most_wanted(language: str) -> list[dict[str, str]]:
    """Links to the services that people come for most. One query."""
    return [
        {"title": title, "url": flat_path(AddressKind.SERVICE, language, slug)}
        for title, slug in MOST_WANTED_ROWS.rows(language=language, now=timezone.now())
    ]


def town_hall(language: str) -> FoundOffice | None:
    """The office that the city shows on its front page, if it is public. One query."""
    now = timezone.now()
    rows = TOWN_HALLS.rows(language=language, now=now)
    if not rows:
        return None
    document, written, written_with, changes_at = rows[0]
    holds = written_with == release() and (changes_at is None or changes_at > now)
    return FoundOffice(orjson.loads(document), orjson.loads(written) if holds and written else None)


def town_hall_document(language: str) -> dict[str, Any] | None:
    """What is known of that office."""
    office = town_hall(language)
    return office.document if office else None


def _most_wanted(language: str, now: datetime) -> QuerySet[PublishedService]:
    rows = public_rows(PublishedService, language, now).order_by("-demand", "sort_key")[:MOST_WANTED]
    return rows.values_list("title", "slug")  # type: ignore[return-value]


def _town_halls(language: str, now: datetime) -> QuerySet[PublishedOffice]:
    chosen = TownHall.objects.filter(office__isnull=False).values("office")
    rows = public_rows(PublishedOffice, language, now, office__in=chosen)[:1]
    texts = (Cast(name, TextField()) for name in ("document", "written"))
    return rows.values_list(*texts, "written_with", "changes_at")  # type: ignore[return-value]


MOST_WANTED_ROWS = PreparedQuery(_most_wanted, language=str, now=datetime)
TOWN_HALLS = PreparedQuery(_town_halls, language=str, now=datetime)
