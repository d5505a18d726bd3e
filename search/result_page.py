"""What the search page shows besides the hits: filters with counts, neighbouring pages, the right words."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from search.answers import DirectAnswer
from search.choice import PAGE_LIMIT, Choice
from search.domain.results import SearchResults
from search.result_filters import Filters, filters_for
from search.result_rows import result_rows

RESULTS_PER_PAGE = 10


@dataclass(frozen=True)
class PageLink:
    """A page by its number; `gap` stands for pages left out."""

    number: int
    url: str
    current: bool = False
    gap: bool = False


@dataclass(frozen=True)
class ResultPage:
    """`results` of `choice` for the template.

    `elsewhere` says how many there would be without filters, `near_words` what else could have been
    meant: both only where nothing was found.
    """

    results: SearchResults
    choice: Choice
    answers: list[DirectAnswer] = field(default_factory=list)
    elsewhere: int = 0
    near_words: list[str] = field(default_factory=list)

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
    def rows(self) -> SafeString:
        first = (self.page - 1) * self.results.size + 1
        return result_rows(self.results.hits, first, self.foreign_language)

    @cached_property
    def filters(self) -> Filters:
        return filters_for(self.results.facets, self.results.total, self.choice, self.results.language)

    @property
    def typed_url(self) -> str:
        """This search with no word corrected."""
        return self.choice.as_typed().address()

    @property
    def everything_url(self) -> str:
        """This search without filters."""
        return self.choice.without_filters().address()

    @property
    def near_searches(self) -> list[dict[str, str]]:
        """Other words as links to their results."""
        return [{"title": word, "url": Choice(word).address()} for word in self.near_words]

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
            links.append(PageLink(number, self._url(number), current=number == self.page))
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
        return self._url(self.page - 1) if self.page > 1 else ""

    @property
    def next_url(self) -> str:
        return self._url(self.page + 1) if self.page < self.last_page else ""

    def _url(self, page: int) -> str:
        return self.choice.on_page(page).address()
