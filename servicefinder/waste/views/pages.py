"""What the public pages of the waste calendar have in common."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from home.addresses import home_address
from home.domain.breadcrumbs import Crumb
from home.rendering import render_page

from ..wording import Texts, texts_in

PRIVATE = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


def language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE


def texts_of_request() -> Texts:
    return texts_in(language())


def page(
    request: HttpRequest, template: str, title: str, status: int = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    """Title and canonical address never say whose address it is."""
    texts, start = texts_of_request(), reverse("waste")
    crumbs = [Crumb(texts.home, home_address(language())), Crumb(texts.title, start)]
    if title != texts.title:
        crumbs.append(Crumb(title, ""))
    shared = {"page_title": title, "texts": texts, "canonical": start, "start": start, "breadcrumb": crumbs}
    return render_page(request, template, {**shared, **context}, status=status)
