"""What the search page shows besides the hits: filters with counts, neighbouring pages, the right words."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from search.domain.results import Hit, SearchResults
from search.registries import result_types

RESULTS_PER_PAGE = 20
PAGE_LIMIT = 10  # Who has read 200 results needs other words, not page 11.
STATUS_BADGES: dict[str, list[dict[str, str]]] = {
    "restricted": [{"label": "eingeschränkt", "tone": "warning"}],
    "closed": [{"label": "zurzeit geschlossen", "tone": "danger"}],
}


@dataclass(frozen=True)
class FilterOption:
    """One type to narrow the results to; an empty value stands for all of them."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class PageLink:
    """A page by its number; `gap` stands for pages left out."""

    number: int
    url: str
    current: bool = False
    gap: bool = False


@dataclass(frozen=True)
class Row:
    """A hit with its labels in German."""

    hit: Hit
    meta: str
    badges: list[dict[str, str]]


@dataclass(frozen=True)
class ResultPage:
    """`results` for the template; `types` are the chosen ones."""

    results: SearchResults
    types: tuple[str, ...]

    @property
    def query(self) -> str:
        return self.results.query

    @property
    def title(self) -> str:
        return gettext("Suche nach „%(query)s“") % {"query": self.query} if self.query else gettext("Suche")

    @property
    def foreign_language(self) -> str:
        """Language of the results where it is not that of the page; else empty."""
        return "" if self.results.language == get_language() else self.results.language

    @cached_property
    def rows(self) -> list[Row]:
        return [Row(hit, _meta(hit), STATUS_BADGES.get(hit.status, [])) for hit in self.results.hits]

    @cached_property
    def options(self) -> list[FilterOption]:
        """All results, then every type that has some, with counts; nothing to choose from → empty."""
        counts = {facet.value: facet.count for facet in self.results.facets.get("type", [])}
        if len(counts) < 2 and not self.types:
            return []
        everything = FilterOption("", "Alles", sum(counts.values()), not self.types)
        return [everything, *(self._option(name, counts[name]) for name in result_types.in_order(counts))]

    @property
    def elsewhere(self) -> int:
        """How many results other types have."""
        return sum(facet.count for facet in self.results.facets.get("type", [])) - self.results.total

    @property
    def everything_url(self) -> str:
        """This search without the filter."""
        return self._url(1, ())

    @property
    def pages(self) -> list[PageLink]:
        """This page, its neighbours, the first and the last one."""
        near = sorted(
            {1, self.last_page, *range(self.page - 1, self.page + 2)} & set(range(1, self.last_page + 1))
        )
        links: list[PageLink] = []
        for before, number in zip([0, *near], near, strict=False):
            if number - before > 1:
                links.append(PageLink(0, "", gap=True))
            links.append(PageLink(number, self._url(number, self.types), current=number == self.page))
        return links

    @property
    def page(self) -> int:
        return self.results.page

    @property
    def last_page(self) -> int:
        """Number of the last page that is shown, at least 1."""
        pages = -(-self.results.total // self.results.size)
        return min(max(pages, 1), PAGE_LIMIT)

    @property
    def is_cut(self) -> bool:
        """Whether there are results that no page shows."""
        return self.results.total > PAGE_LIMIT * self.results.size

    @property
    def shown(self) -> int:
        """How many results can be read in all."""
        return min(self.results.total, PAGE_LIMIT * self.results.size)

    @property
    def previous_url(self) -> str:
        return self._url(self.page - 1, self.types) if self.page > 1 else ""

    @property
    def next_url(self) -> str:
        return self._url(self.page + 1, self.types) if self.page < self.last_page else ""

    def _url(self, page: int, types: tuple[str, ...]) -> str:
        """Address of this search, relative to the search page."""
        values: dict[str, str | int] = {"q": self.query}
        if types:
            values["type"] = types[0]
        if page > 1:
            values["page"] = page
        return f"?{urlencode(values)}"

    def _option(self, name: str, count: int) -> FilterOption:
        return FilterOption(name, result_types.plural(name), count, name in self.types)


def _meta(hit: Hit) -> str:
    """Kind, department and date, parted by dots."""
    day = date_format(hit.date, "j. F Y") if hit.date else ""
    return " · ".join(part for part in (result_types.label(hit.type), hit.department, day) if part)
