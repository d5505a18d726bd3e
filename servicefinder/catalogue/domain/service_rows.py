"""Services as rows of a list: finder, departments, offices, life situations."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from ..enums import AddressKind, LiveStatus
from ..models import PublishedService, flat_path

COLUMNS = (
    *("title", "slug", "language", "teaser", "department_name"),
    *("online", "free_today", "live_status", "live_status_until"),
)


@dataclass(frozen=True)
class ServiceRow:
    """`status` holds at the moment of reading; `html` is the row as it was written with the publication."""

    title: str
    url: str
    teaser: str
    department: str
    status: LiveStatus
    online: bool
    free: bool
    html: str = ""


def service_rows(rows: QuerySet[PublishedService]) -> Iterator[ServiceRow]:
    """Rows in the order of the query, in one query."""
    now = timezone.now()
    return (_row(values, now) for values in rows.values(*COLUMNS))


def status_now(status: str, until: datetime | None, now: datetime | None = None) -> LiveStatus:
    """A restriction ends by itself at its moment."""
    over = until is not None and until <= (now or timezone.now())
    return LiveStatus.NORMAL if over else LiveStatus(status)


def _row(values: dict[str, Any], now: datetime) -> ServiceRow:
    return ServiceRow(
        title=values["title"],
        url=flat_path(AddressKind.SERVICE, values["language"], values["slug"]),
        teaser=values["teaser"],
        department=values["department_name"],
        status=status_now(values["live_status"], values["live_status_until"], now),
        online=values["online"],
        free=values["free_today"],
    )
