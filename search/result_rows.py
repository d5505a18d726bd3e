"""Hits as rows of the list: what each is, whose, since when, and how it can be done.

Written here, not by a template, which would take most of the page's time for them.
"""

from collections.abc import Iterator, Sequence
from html import escape

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy

from search.domain.results import Hit
from search.registries import result_types

STATUS_BADGES = {
    "restricted": (gettext_lazy("Eingeschränkt"), "warning"),
    "closed": (gettext_lazy("Zurzeit nicht möglich"), "danger"),
}


def result_rows(hits: Sequence[Hit], first: int, foreign: str = "") -> SafeString:
    """`first` is the rank of the first hit, over all pages; `foreign` the hits' language, where it is not the
    page's.
    """
    kinds = {name: result_types.label(name) for name in {hit.type for hit in hits}}
    language = f' lang="{escape(foreign)}"' if foreign else ""
    rows = (_row(hit, rank, kinds[hit.type], language) for rank, hit in enumerate(hits, first))
    return mark_safe("".join(rows))


def _row(hit: Hit, rank: int, kind: str, language: str) -> str:
    snippet = f"<p{language}>{hit.snippet}</p>" if hit.snippet else ""
    return f"""
<div class="result">
  <h2 class="result__title"{language}>
    <a href="{escape(hit.url)}" data-hit="{escape(hit.record)}" data-rank="{rank}">{escape(hit.title)}</a>
  </h2>
  {snippet}
  <div class="result__meta">
    {"".join(_badges(hit))}
    <span>{escape(_meta(kind, hit))}</span>
  </div>
</div>"""


def _meta(kind: str, hit: Hit) -> str:
    """Kind, department, date and page, parted by dots."""
    day = date_format(hit.date, "j. F Y") if hit.date else ""
    page = gettext("Seite %(number)s") % {"number": hit.page} if hit.page else ""
    return " · ".join(part for part in (kind, hit.department, day, page) if part)


def _badges(hit: Hit) -> Iterator[str]:
    if hit.status in STATUS_BADGES:
        label, tone = STATUS_BADGES[hit.status]
        yield _badge(str(label), tone)
    if hit.online:
        yield _badge(gettext("Online möglich"), "info")


def _badge(label: str, tone: str) -> str:
    return (
        f'<span class="kern-badge kern-badge--small kern-badge--{tone}">'
        f'<span class="kern-label">{escape(label)}</span></span>'
    )
