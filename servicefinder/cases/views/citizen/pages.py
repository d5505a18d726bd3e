"""What the citizen's pages have in common: their language, their headers, where they lie."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from capabilities.domain.secrets import SecretRefused
from capabilities.enums import SecretProblem
from capabilities.http import add_headers, cookieless_post
from home.addresses import home_address
from home.domain.breadcrumbs import Crumb
from home.rendering import render_page
from limits.domain.rates import allow

from ...domain.keys import DataErased
from ...domain.secrets import case_opened_by
from ...models import Case
from ...wording import Texts, texts_in

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
# Guessing costs; a shared address with an old link in every mailbox stays below.
REFUSED_PER_HOUR, ONE_HOUR = 60, timedelta(hours=1)

View = Callable[..., HttpResponse]
CaseView = Callable[..., HttpResponse]


class SeeOther(HttpResponseRedirect):
    """303: what follows is asked for with GET, whatever came before."""

    status_code = 303


def private(view: View) -> View:
    """GET, HEAD and POST without cookie, kept by nobody on the way."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @cookieless_post
    @wraps(view)
    def kept_private(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return add_headers(view(request, *args, **kwargs), HEADERS)

    return kept_private


def with_case(view: CaseView) -> View:
    """Open the case of the token in the address; `view` gets request, case and token, then the rest."""

    @private
    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            case_id = case_opened_by(token)
        except SecretRefused as refused:
            allow("cases.refused", request, limit=REFUSED_PER_HOUR, per=ONE_HOUR)
            return _refused(request, refused.problem)
        related = ("type_version__case_type", "department", "service")
        case = Case.objects.select_related(*related).filter(pk=case_id).first()
        try:
            return view(request, case, token, **kwargs) if case else _gone(request)
        except DataErased:
            return _gone(request)

    return opened


def page(
    request: HttpRequest, template: str, title: str, status: int = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    """Canonical address, title and breadcrumb say nothing of which case it is."""
    texts = texts_of_request()
    start = reverse("case_enter")
    crumbs = [Crumb(texts.page.home, home_address(current_language())), Crumb(texts.page.cases, start)]
    if title != texts.page.cases:
        crumbs.append(Crumb(title, ""))
    shared = {"page_title": title, "texts": texts, "canonical": start, "breadcrumb": crumbs}
    return render_page(request, template, {**shared, **context}, status=status)


def texts_of_request() -> Texts:
    return texts_in(current_language())


def current_language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE


def _refused(request: HttpRequest, problem: SecretProblem) -> HttpResponse:
    texts = texts_of_request().page
    sentence = texts.refused[problem.value]
    status = HTTPStatus.NOT_FOUND if problem == SecretProblem.UNKNOWN else HTTPStatus.GONE
    return page(request, "cases/refused.html", texts.refused_title, status, sentence=sentence, ways=_ways())


def _gone(request: HttpRequest) -> HttpResponse:
    texts = texts_of_request().page
    sentence = texts.gone
    return page(request, "cases/refused.html", texts.gone_title, HTTPStatus.GONE, sentence=sentence, ways=())


def _ways() -> list[dict[str, str]]:
    texts = texts_of_request().page
    return [
        {"title": texts.open, "url": reverse("case_enter")},
        {"title": texts.link_title, "url": reverse("case_link")},
    ]
