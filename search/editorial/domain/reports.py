"""What was searched in a period, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet, Sum

from ..models import MonthCount, QueryDay, Refinement, StoredQuery
from .periods import Period

COUNTS = ("searches", "empty", "results", "clicks", "ranks", "refined")
VIEWS = {
    "alle": "Gesucht",
    "nichts": "Nichts gefunden",
    "ungeklickt": "Gefunden, aber nie angeklickt",
    "verfeinert": "Danach anders gesucht",
}
ORDERS = ("searches", "text", "empty", "results", "clicks", "refined")
SHOWN_REFINEMENTS = 3


@dataclass(frozen=True)
class QueryRow:
    """One query with its counts; `refined_to` says what was typed next and how often."""

    pk: int
    text: str
    language: str
    searches: int
    empty: int
    results: int
    clicks: int
    ranks: int
    refined: int
    refined_to: tuple[tuple[str, int], ...] = ()

    @property
    def results_each(self) -> float:
        return self.results / self.searches if self.searches else 0.0

    @property
    def mean_rank(self) -> float | None:
        """Place of the results that were clicked, on average."""
        return self.ranks / self.clicks if self.clicks else None


@dataclass(frozen=True)
class Totals:
    """All queries together; of which `hidden` searches for queries that are not kept in clear."""

    searches: int
    empty: int
    clicks: int
    hidden: int
    hidden_queries: int


def query_rows(period: Period, view: str = "alle", language: str = "", order: str = "-searches") -> QuerySet:
    """Dicts with the fields of QueryRow, of queries in clear only; unknown views and orders are the first."""
    found = _counted(period).exclude(text="").filter(searches__gt=0)
    if language:
        found = found.filter(language=language)
    if view == "nichts":
        found = found.filter(empty__gt=0)
    elif view == "ungeklickt":
        found = found.filter(searches__gt=F("empty"), clicks=0)
    elif view == "verfeinert":
        found = found.filter(refined__gt=0)
    order = order if order.removeprefix("-") in ORDERS else "-searches"
    return found.order_by(order, "text", "language").values("pk", "text", "language", *COUNTS)


def with_refinements(rows: Iterable[dict[str, Any]], period: Period) -> list[QueryRow]:
    """One query, however many rows. Months do not tell what was typed next."""
    rows = list(rows)
    following: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    if not period.is_month:
        found = (
            Refinement.objects.filter(before__in=[row["pk"] for row in rows], day__gte=period.first)
            .exclude(after__text="")
            .values("before", "after__text")
            .annotate(often=Sum("times"))
            .order_by("-often", "after__text")
        )
        for each in found:
            following[each["before"]].append((each["after__text"], each["often"]))
    return [
        QueryRow(**row, refined_to=tuple(following.get(row["pk"], ())[:SHOWN_REFINEMENTS])) for row in rows
    ]


def totals(period: Period, language: str = "") -> Totals:
    """Two queries."""
    counted = _by_language(_source(period), period, language)
    everything = counted.aggregate(*(Sum(name, default=0) for name in ("searches", "empty", "clicks")))
    text = "text" if period.is_month else "query__text"
    hidden = counted.filter(**{text: ""}).aggregate(
        searches=Sum("searches", default=0),
        queries=Count("pk" if period.is_month else "query", distinct=True),
    )
    return Totals(
        everything["searches__sum"],
        everything["empty__sum"],
        everything["clicks__sum"],
        hidden["searches"],
        0 if period.is_month else hidden["queries"],
    )


def _counted(period: Period) -> QuerySet:
    if period.is_month:
        return MonthCount.objects.filter(month=period.first)
    days = StoredQuery.objects.filter(days__day__range=(period.first, period.last))
    return days.annotate(**{name: Sum(f"days__{name}") for name in COUNTS})


def _source(period: Period) -> QuerySet:
    if period.is_month:
        return MonthCount.objects.filter(month=period.first)
    return QueryDay.objects.filter(day__range=(period.first, period.last))


def _by_language(counted: QuerySet, period: Period, language: str) -> QuerySet:
    field = "language" if period.is_month else "query__language"
    return counted.filter(**{field: language}) if language else counted
