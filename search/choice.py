"""What a citizen asked for, as it stands in the address of the search page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from search.domain.query_words import cleaned
from search.facets import all_facets

PAGE_LIMIT = 20  # Who has read 200 results needs other words, not page 21.
VALUES_LIMIT = 10  # Of one facet.
LONGEST_VALUE = 255
QUERY_PARAMETER = "q"
PAGE_PARAMETER = "page"
EXACT_PARAMETER = "genau"
PREVIOUS_PARAMETER = "von"  # The query that this one was typed after; no link carries it on.


@dataclass(frozen=True)
class Choice:
    """`filters`: facet → chosen values. `exact`: the words are meant as they were typed."""

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exact: bool = False
    page: int = 1

    @classmethod
    def read(cls, parameters: QueryDict) -> "Choice":
        """Odd values are left out or moved to the nearest sensible one."""
        chosen = {facet.name: _values(parameters.getlist(facet.parameter)) for facet in all_facets()}
        return cls(
            query=cleaned(parameters.get(QUERY_PARAMETER, "")),
            filters={name: values for name, values in chosen.items() if values},
            exact=parameters.get(EXACT_PARAMETER) == "1",
            page=_page(parameters.get(PAGE_PARAMETER, "")),
        )

    def address(self) -> str:
        """Relative to the search page."""
        pairs = [(QUERY_PARAMETER, self.query)]
        for facet in all_facets():
            pairs += [(facet.parameter, value) for value in self.filters.get(facet.name, ())]
        if self.exact:
            pairs.append((EXACT_PARAMETER, "1"))
        if self.page > 1:
            pairs.append((PAGE_PARAMETER, str(self.page)))
        return f"?{urlencode(pairs)}"

    def on_page(self, page: int) -> "Choice":
        return replace(self, page=page)

    def without(self, facet: str, value: str) -> "Choice":
        """Without one of the chosen values, on the first page."""
        left = tuple(each for each in self.filters.get(facet, ()) if each != value)
        filters = {**self.filters, facet: left}
        return replace(self, filters={name: values for name, values in filters.items() if values}, page=1)

    def without_filters(self) -> "Choice":
        return replace(self, filters={}, page=1)

    def as_typed(self) -> "Choice":
        """The same with no word corrected."""
        return replace(self, exact=True, page=1)


def _values(given: list[str]) -> tuple[str, ...]:
    sensible = [value for value in given if value and len(value) <= LONGEST_VALUE and value.isprintable()]
    return tuple(dict.fromkeys(sensible))[:VALUES_LIMIT]


def _page(text: str) -> int:
    """A number from 1 to the last page that we show, whatever was typed into the address."""
    try:
        return min(max(int(text[:6]), 1), PAGE_LIMIT)
    except ValueError:
        return 1
