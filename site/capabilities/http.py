"""POST without cookie: accepted from our own pages only.

A CSRF token needs a cookie, and citizens get none. Instead the browser itself says where a form was
sent from: `Sec-Fetch-Site` (every browser since 2023, on https and on the loopback address), else `Origin`.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from capabilities.registries import public_pages

View = Callable[..., HttpResponse]
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
SHOWN_FIELDS_LIMIT = 30
SHOWN_BYTES_LIMIT = 20_000
NEVER_SHOWN_BELOW = "/redaktion/"
NEVER_SHOWN_FIELDS = ("password", "new_password", "csrfmiddlewaretoken")
REFUSED_TEMPLATE = "capabilities/refused.html"


def cookieless_post(view: View) -> View:
    """Let `view` take POSTs without CSRF cookie, but only from pages of this site.

    What comes from elsewhere gets a page (403) that shows the input and lets the citizen send it
    again, from here.
    """

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method in SAFE_METHODS or is_same_origin(request):
            return view(request, *args, **kwargs)
        return refused(request)

    return guarded


def add_headers(response: HttpResponse, headers: Mapping[str, str]) -> HttpResponse:
    """Set these headers, whatever they were before."""
    for name, value in headers.items():
        response[name] = value
    return response


def is_same_origin(request: HttpRequest) -> bool:
    """Whether the browser says that this request comes from a page of ours. Silence counts as no."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    return request.headers.get("Origin", "") in _own_origins(request)


def refused(request: HttpRequest) -> HttpResponse:
    """403 with the input, to be sent again. Files are not kept: browsers do not let us."""
    context = {"page_title": "Bitte noch einmal absenden", **posted(request)}
    response = public_pages.render(request, REFUSED_TEMPLATE, context, status=403)
    response["Cache-Control"] = "no-store"
    return response


def posted(request: HttpRequest) -> dict[str, Any]:
    """The input as `capabilities/resend.html` takes it: that of a citizen's form, never a password.

    More than a citizen writes is not shown at all, since a part of it would be sent again as if it were all.
    """
    if request.path_info.startswith(NEVER_SHOWN_BELOW):
        return {"entries": [], "files": False}
    entries = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not name.startswith(NEVER_SHOWN_FIELDS)
    ]
    size = sum(len(name.encode()) + len(value.encode()) for name, value in entries)
    fits = len(entries) <= SHOWN_FIELDS_LIMIT and size <= SHOWN_BYTES_LIMIT
    return {"entries": entries if fits else [], "files": bool(request.FILES)}


def _own_origins(request: HttpRequest) -> set[str]:
    # BASE_URL too: behind a proxy that ends TLS, the scheme that we see is not the browser's.
    public = urlsplit(settings.BASE_URL)
    return {f"{request.scheme}://{request.get_host()}", f"{public.scheme}://{public.netloc}"}
