"""Rows of services for the component result_list: as they were written, where that still holds."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.template import loader
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from ..domain.fees import is_free
from ..domain.live_status import status_at
from ..domain.online_ways import is_online
from ..domain.service_rows import ServiceRow
from .status import status_badge

ONLINE = {"label": "Online möglich", "tone": "success"}
FREE = {"label": "Kostenlos", "tone": "neutral"}


def result_rows(rows: Iterable[ServiceRow], with_department: bool = True) -> list[SafeString]:
    return [
        mark_safe(row.html if row.html and with_department else _rendered(row, with_department))
        for row in rows
    ]


def written_row(document: dict[str, Any], today: date) -> str:
    """The row of a service in a list, as it is until the row of the read model `changes_at`."""
    row = ServiceRow(
        title=document["title"],
        url=document["url"],
        teaser=document["teaser"] or document["summary"],
        department=document["department"]["name"],
        status=status_at(document, timezone.now()).status,
        online=any(is_online(service) for service in document["online_services"]),
        free=is_free(document["fees"], today),
    )
    return _rendered(row, with_department=True)


def _rendered(row: ServiceRow, with_department: bool) -> str:
    """What is wrong comes first, then what helps to choose."""
    badges = (status_badge(row.status), ONLINE if row.online else None, FREE if row.free else None)
    values = {
        "title": row.title,
        "url": row.url,
        "teaser": row.teaser,
        "badges": [badge for badge in badges if badge],
        "meta": row.department if with_department else "",
    }
    return str(loader.get_template("components/result_row/result_row.html").render(values))
