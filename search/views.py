"""The search page. Sets no cookie and writes nothing."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.http import require_safe

from search.choice import Choice
from search.domain.direct_answers import answers_to
from search.domain.near_words import near_words
from search.domain.querying import search
from search.domain.results import SearchResults
from search.engines.patience import patience
from search.listening import tell_listeners
from search.registries import direct_answers
from search.result_page import RESULTS_PER_PAGE, ResultPage

DESCRIPTION = gettext_lazy(
    "Dienstleistungen, Nachrichten, Termine und Orte der Stadt in eigenen Worten suchen."
)


@require_safe
@patience()
def results(request: HttpRequest) -> HttpResponse:
    """`/suche/?q=`, narrowed by the parameters of the facets; odd values become the nearest sensible ones."""
    language = get_language() or "de"
    choice = Choice.read(request.GET)
    found = _found(choice, language)
    if not found.hits and found.total:
        choice = choice.on_page(ResultPage(found, choice).last_page)
        found = _found(choice, language)
    shown = _result_page(found, choice, language)
    if not choice.filters:
        tell_listeners(request, found)
    context = {"found": shown, "page_title": shown.title, "description": DESCRIPTION}
    response = render(request, "search/results.html", context)
    if not found.ready:
        response.status_code = 503
        response.headers["Retry-After"] = "60"
    return response


def _found(choice: Choice, language: str, size: int = RESULTS_PER_PAGE) -> SearchResults:
    ask = partial(search, choice.query, language=language, exact=choice.exact, size=size)
    return ask(filters=choice.filters, page=choice.page)


def _result_page(found: SearchResults, choice: Choice, language: str) -> ResultPage:
    """Answers stand above the first page of everything; where nothing was found, what else there is."""
    if not found.ready or not found.query:
        return ResultPage(found, choice)
    if choice.filters:
        elsewhere = 0 if found.total else _found(choice.without_filters(), language, size=1).total
        return ResultPage(found, choice, elsewhere=elsewhere)
    answers = answers_to(found, direct_answers) if found.page == 1 else []
    near = [] if found.total else near_words(found.query, language)
    return ResultPage(found, choice, answers, near_words=near)
