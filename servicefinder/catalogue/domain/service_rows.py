"""Services as rows of a list: finder, departments, life situations, API."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from ..enums import AddressKind, LiveStatus
from ..models import PublishedService, flat_path
from .public_rows import not_expired

COLUMNS = (
    *("pk", "title", "slug", "language", "teaser", "department_name"),
    *("online", "free_today", "live_status", "live_status_until"),
)


@dataclass(frozen=True)
class ServiceRow:
    """`key` is that of the read model; `status` holds at the moment of reading."""

    key: int
    title: str
    url: str
    teaser: str
    department: str
    status: LiveStatus
    online: bool
    free: bool


def service_rows(rows: QuerySet[PublishedService]) -> Iterator[ServiceRow]:
    """Rows in the order of the query, in one query."""
    now = timezone.now()
    return (_row(values, now) for values in rows.values(*COLUMNS))


def rows_by_key(keys: list[int]) -> list[ServiceRow]:
    """Rows in the order of `keys`; what is no longer public is missing.

    Neither language nor order is asked for: either would have SQLite walk through all rows of the language.
    """
    rows = PublishedService.objects.filter(not_expired(), pk__in=keys).order_by()
    found = {row.key: row for row in service_rows(rows)}
    return [found[key] for key in keys if key in found]


def status_now(status: str, until: datetime | None, now: datetime | None = None) -> LiveStatus:
    """A restriction ends by itself at its moment."""
    over = until is not None and until <= (now or timezone.now())
    return LiveStatus.NORMAL if over else LiveStatus(status)


def _row(values: dict[str, Any], now: datetime) -> ServiceRow:
    return ServiceRow(
        key=values["pk"],
        title=values["title"],
        url=flat_path(AddressKind.SERVICE, values["language"], values["slug"]),
        teaser=values["teaser"],
        department=values["department_name"],
        status=status_now(values["live_status"], values["live_status_until"], now),
        online=values["online"],
        free=values["free_today"],
    )
