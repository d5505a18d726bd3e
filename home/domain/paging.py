"""Long lists in pages, with addresses that keep the filters."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, QueryDict

PARAMETER = "seite"
NEIGHBOURS = 2  # Numbers shown on both sides of the current page.


@dataclass(frozen=True)
class PageLink:
    """A number in the row of pages; `gap` stands for numbers left out."""

    number: int
    url: str
    current: bool
    gap: bool = False


@dataclass(frozen=True)
class Paging:
    """What the component `pagination` takes, and the rows of this page."""

    rows: Sequence[Any]
    total: int
    page: int
    page_count: int
    previous_url: str
    next_url: str
    pages: Sequence[PageLink]


def paged(rows: Any, parameters: QueryDict, size: int) -> Paging:
    """The page of `rows` (a list or a query) that `?seite=` asks for. Raises Http404 beyond the last."""
    paginator: Paginator = Paginator(rows, size)
    number = _number(parameters.get(PARAMETER, ""))
    if number > paginator.num_pages:
        raise Http404
    page = paginator.page(number)

    def url(other: int) -> str:
        return page_url(parameters, other)

    return Paging(
        rows=list(page.object_list),
        total=paginator.count,
        page=number,
        page_count=paginator.num_pages,
        previous_url=url(number - 1) if page.has_previous() else "",
        next_url=url(number + 1) if page.has_next() else "",
        pages=list(_numbers(paginator, number, url)),
    )


def _numbers(paginator: Paginator, number: int, url: Callable[[int], str]) -> Iterator[PageLink]:
    for shown in paginator.get_elided_page_range(number, on_each_side=NEIGHBOURS, on_ends=1):
        if isinstance(shown, int):
            yield PageLink(shown, url(shown), shown == number)
        else:
            yield PageLink(0, "", current=False, gap=True)


def page_url(parameters: QueryDict, number: int) -> str:
    """`?…&seite=2` with the other parameters as they are; the first page has no number."""
    changed = parameters.copy()
    changed.pop(PARAMETER, None)
    if number > 1:
        changed[PARAMETER] = str(number)
    return f"?{changed.urlencode()}"


def _number(text: str) -> int:
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) > 0):
        raise Http404
    return int(text)
