"""Tells the listeners what citizens search for, and what not to count."""

import re

from django.http import HttpRequest
from django.utils.translation import get_language

from search.choice import PREVIOUS_PARAMETER
from search.domain.results import SearchResults
from search.registries import HeardSearch, search_listeners

_MACHINES = re.compile(r"bot|crawl|spider|slurp|monitor|curl|wget|python|preview", re.IGNORECASE)


def tell_listeners(request: HttpRequest, results: SearchResults) -> None:
    """A person's new search: not its further pages, nor what the browser or a machine fetches by itself.

    What the limited search does not find is no gap.
    """
    if (
        not results.ready
        or results.limited
        or not results.query
        or results.page > 1
        or _is_fetched_by_itself(request)
    ):
        return
    search = HeardSearch(
        query=results.query,
        language=get_language() or "de",
        total=results.total,
        records=tuple(hit.record for hit in results.hits),
        previous=request.GET.get(PREVIOUS_PARAMETER, ""),
    )
    for listener in search_listeners:
        listener.heard(search)


def _is_fetched_by_itself(request: HttpRequest) -> bool:
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return "prefetch" in purpose or bool(_MACHINES.search(request.headers.get("User-Agent", "bot")))
