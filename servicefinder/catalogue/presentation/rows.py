"""Rows of services for the component result_row."""

from typing import Any

from ..domain.service_rows import ServiceRow
from .status import status_badge

ONLINE = {"label": "Online möglich", "tone": "success"}
FREE = {"label": "Kostenlos", "tone": "neutral"}


def result_row(row: ServiceRow, with_department: bool = True) -> dict[str, Any]:
    """What is wrong comes first, then what helps to choose."""
    badges = (status_badge(row.status), ONLINE if row.online else None, FREE if row.free else None)
    return {
        "title": row.title,
        "url": row.url,
        "teaser": row.teaser,
        "badges": [badge for badge in badges if badge],
        "meta": row.department if with_department else "",
    }
