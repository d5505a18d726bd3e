"""A hit as a row of the list: what it is, whose, since when, and how it can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from search.domain.results import Hit
from search.registries import result_types

STATUS_BADGES = {
    "restricted": (gettext_lazy("Eingeschränkt"), "warning"),
    "closed": (gettext_lazy("Zurzeit nicht möglich"), "danger"),
}


@dataclass(frozen=True)
class Row:
    """`rank` counts from 1 over all pages."""

    hit: Hit
    rank: int
    meta: str
    badges: list[dict[str, str]]


def result_rows(hits: Sequence[Hit], first: int) -> list[Row]:
    """`first` is the rank of the first hit."""
    kinds = {name: result_types.label(name) for name in {hit.type for hit in hits}}
    return [Row(hit, rank, _meta(kinds[hit.type], hit), _badges(hit)) for rank, hit in enumerate(hits, first)]


def _meta(kind: str, hit: Hit) -> str:
    """Kind, department, date and page, parted by dots."""
    day = date_format(hit.date, "j. F Y") if hit.date else ""
    page = gettext("Seite %(number)s") % {"number": hit.page} if hit.page else ""
    return " · ".join(part for part in (kind, hit.department, day, page) if part)


def _badges(hit: Hit) -> list[dict[str, str]]:
    badges = []
    if hit.status in STATUS_BADGES:
        label, tone = STATUS_BADGES[hit.status]
        badges.append({"label": str(label), "tone": tone})
    if hit.online:
        badges.append({"label": gettext("Online möglich"), "tone": "info"})
    return badges
