"""The search page and the suggestions of the search field. Neither sets a cookie nor writes anything."""

from dataclasses import asdict
from functools import partial

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.http import require_safe

from search.domain.querying import search
from search.domain.suggesting import suggest
from search.result_page import PAGE_LIMIT, RESULTS_PER_PAGE, ResultPage

LONGEST_TYPE = 40
DESCRIPTION = gettext_lazy(
    "Dienstleistungen, Nachrichten, Termine und Orte der Stadt in eigenen Worten suchen."
)


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """`/suche/?q=&type=&page=`: odd values are moved to the nearest sensible ones."""
    language = get_language() or "de"
    query = request.GET.get("q", "")
    chosen = _type(request.GET.get("type", ""))
    page = _page_number(request.GET.get("page", "1"))
    find = partial(search, query, language=language, types=chosen, size=RESULTS_PER_PAGE)
    found = find(page=page)
    if not found.hits and found.total:
        found = find(page=ResultPage(found, chosen).last_page)
    shown = ResultPage(found, chosen)
    context = {"found": shown, "page_title": shown.title, "description": DESCRIPTION}
    response = render(request, "search/results.html", context)
    if not found.ready:
        response.status_code = 503
        response.headers["Retry-After"] = "60"
    return response


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """`/suche/vorschlaege/?q=` → `{"suggestions": [{"title", "url", "type", "label"}]}`."""
    proposed = suggest(request.GET.get("q", ""), get_language() or "de")
    return JsonResponse({"suggestions": [asdict(suggestion) for suggestion in proposed]})


def _page_number(value: str) -> int:
    """A number from 1 to the last page that we show, whatever was typed into the address."""
    try:
        return min(max(int(value[:6]), 1), PAGE_LIMIT)
    except ValueError:
        return 1


def _type(value: str) -> tuple[str, ...]:
    """The chosen type; none when it could not be one."""
    return (value,) if value.isidentifier() and len(value) <= LONGEST_TYPE else ()
