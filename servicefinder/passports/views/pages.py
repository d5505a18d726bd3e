"""What the citizen's pages share: language, headers, and what happens while the database is locked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from capabilities.http import add_headers, cookieless_post, posted
from home.addresses import home_address
from home.domain.breadcrumbs import Crumb
from home.rendering import render_page

from ..wording import Texts, texts_in

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    # Compressed, answers of the same size would not be it any more. Proxies leave alone what names a coding.
    "Content-Encoding": "identity",
}
LONGEST_WAIT_SECONDS = 10
View = Callable[..., HttpResponse]


def private(view: View) -> View:
    """GET, HEAD and POST without cookie; nothing of it is kept, or told in a report of an error."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @cookieless_post
    @sensitive_post_parameters()
    @wraps(view)
    def kept_private(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with short_waits():
                response = view(request, *args, **kwargs)
        except DatabaseError:
            response = _broken(request)
        add_headers(response, HEADERS)
        if request.method == "POST" or kwargs:
            response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return kept_private


@contextmanager
def short_waits() -> Iterator[None]:
    """Nobody waits for a lock until the server gives up. SQLite has its own `timeout` in the settings."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = %s", [f"{LONGEST_WAIT_SECONDS}s"])
        try:
            yield
        finally:
            if connection.connection and not connection.connection.closed:
                cursor.execute("RESET lock_timeout")


def page(
    request: HttpRequest, template: str, title: str, status: int = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    texts = texts_of_request()
    start = reverse("passport_status")
    crumbs = [Crumb(texts.home, home_address(current_language())), Crumb(texts.title, "")]
    shared = {"page_title": title, "texts": texts, "canonical": start, "breadcrumb": crumbs, "start": start}
    return render_page(request, template, {**shared, **context}, status=status)


def texts_of_request() -> Texts:
    return texts_in(current_language())


def current_language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE


def _broken(request: HttpRequest) -> HttpResponse:
    """503 without a query; what was typed can be sent again."""
    texts = texts_of_request()
    context = {"page_title": texts.broken_title, "texts": texts, "broken": True, **posted(request)}
    response = render_page(request, "passports/broken.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = "60"
    return response
