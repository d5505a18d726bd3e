"""`/meine-adresse/` and the page of one address. Neither log nor cookie nor title keeps whose it is."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from capabilities.http import add_headers
from home.addresses import home_address
from home.domain.breadcrumbs import Crumb
from home.rendering import render_page

from ..domain.houses import house_with
from ..domain.notices import notices_at
from ..presentation.answers import answers_for, places_of
from ..presentation.finding import find
from ..wording import texts_in

PRIVATE = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


@require_safe
def find_address(request: HttpRequest) -> HttpResponse:
    """The one house that is meant, or those that may be."""
    texts = texts_in(_language())
    found = find(request.GET.get("q"), texts, "address")
    if found.only:
        return HttpResponseRedirect(found.only)
    context = {**found.context, "description": texts.lead}
    return _page(request, "addresses/find.html", texts.title, found.status, **context)


@require_safe
def show_address(request: HttpRequest, address: UUID) -> HttpResponse:
    """The name `address` keeps the id out of the log (`config.loggable_paths`)."""
    texts, house = texts_in(_language()), house_with(address)
    if house is None:
        context = {"asked": "", "error": texts.gone, "found": []}
        return _page(request, "addresses/find.html", texts.title, HTTPStatus.NOT_FOUND, **context)
    answers = answers_for(house, _language(), timezone.localdate())
    response = _page(
        request,
        "addresses/address.html",
        texts.at,
        house=house,
        district=texts.district.format(district=house.district),
        notices=notices_at(house.pk, timezone.localdate()),
        notices_label=texts.notices.format(district=house.district),
        answers=answers,
        places=places_of(house, answers, texts),
    )
    return add_headers(response, PRIVATE)


def _language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE


def _page(
    request: HttpRequest, template: str, title: str, status: int = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    texts, start = texts_in(_language()), reverse("my_address")
    crumbs = [Crumb(texts.home, home_address(_language())), Crumb(texts.title, start)]
    if title != texts.title:
        crumbs.append(Crumb(title, ""))
    shared = {"page_title": title, "texts": texts, "canonical": start, "start": start, "breadcrumb": crumbs}
    return render_page(request, template, {**shared, **context}, status=status)
