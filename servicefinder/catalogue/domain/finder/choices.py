"""What a visitor has chosen, as it stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from .facets import FACETS, Facet
from .tables import Table

PAGE_PARAMETER = "seite"
HIGHEST_PAGE = 100_000


@dataclass(frozen=True)
class Choice:
    """Chosen values by facet, both in canonical order; `page` counts from 1."""

    values: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1

    @classmethod
    def read(cls, parameters: QueryDict, table: Table) -> "Choice":
        """What of the address makes sense; unknown values are left out, of doubles one stays."""
        values = {facet: _chosen(facet, parameters, table) for facet in FACETS}
        chosen = {facet: found for facet, found in values.items() if found}
        return cls(chosen, _page(parameters.get(PAGE_PARAMETER, "")))

    def query(self) -> str:
        """The canonical query string, without `?`; empty when nothing is chosen."""
        pairs = [(facet.parameter, value) for facet, values in self.values.items() for value in values]
        if self.page > 1:
            pairs.append((PAGE_PARAMETER, str(self.page)))
        return urlencode(pairs)

    def with_only(self, facet: Facet, *values: str) -> "Choice":
        """The same with other values of one facet, on the first page."""
        changed = {**self.values, facet: values}
        return Choice({each: changed[each] for each in FACETS if changed.get(each)})

    def without(self, facet: Facet, value: str) -> "Choice":
        """The same without one value, on the first page."""
        return self.with_only(facet, *(each for each in self.values.get(facet, ()) if each != value))

    def on_page(self, page: int) -> "Choice":
        return replace(self, page=page)


def _chosen(facet: Facet, parameters: QueryDict, table: Table) -> tuple[str, ...]:
    wanted = set(parameters.getlist(facet.parameter))
    found = tuple(option.value for option in table.options[facet] if option.value in wanted)
    return found if facet.several else found[:1]


def _page(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= len(str(HIGHEST_PAGE)):
        return min(max(int(text), 1), HIGHEST_PAGE)
    return 1
