"""What is answered when something is wrong: pages for people, short answers for machines.

400, 500 and 503 stand alone: whatever the cause, neither database nor host name can be relied on.
"""

import sys
from http import HTTPStatus
from pathlib import PurePosixPath

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader
from django.utils import translation

from home.domain.near_matches import near_matches, words_of
from home.rendering import render_page

BACK_OFFICE = "/redaktion/"
MACHINE_PATHS = ("/api/", "/open311/", "/static/", "/media/", "/dokumente/")
PAGE_SUFFIXES = {"", ".html", ".htm", ".php", ".aspx"}
RETRY_SECONDS = 60
LAST_RESORT = (
    '<!doctype html><html lang="de"><title>Fehler</title><h1>Bei uns ist ein Fehler aufgetreten</h1>'
    "<p>Bitte versuchen Sie es in ein paar Minuten noch einmal.</p></html>"
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _standalone(request, "400.html", HTTPStatus.BAD_REQUEST)


def server_error(request: HttpRequest) -> HttpResponse:
    """503 while the database does not answer: nothing is broken, and a later try is worth it."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = _standalone(request, "503.html", HTTPStatus.SERVICE_UNAVAILABLE)
        response.headers["Retry-After"] = str(RETRY_SECONDS)
        return response
    return _standalone(request, "500.html", HTTPStatus.INTERNAL_SERVER_ERROR)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if _is_for_machines(request):
        return _short(request, HTTPStatus.FORBIDDEN)
    return render_page(
        request, "403.html", {"page_title": "Kein Zugang", **_way_back(request)}, status=HTTPStatus.FORBIDDEN
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """With the search and near matches; asking for a picture or a script that is not there costs nothing."""
    if _is_for_machines(request):
        return _short(request, HTTPStatus.NOT_FOUND)
    language = translation.get_language() or settings.LANGUAGE_CODE
    context = {
        "page_title": "Seite nicht gefunden",
        "query": words_of(request.path_info),
        "matches": near_matches(request.path_info, language),
        **_way_back(request),
    }
    return render_page(request, "404.html", context, status=HTTPStatus.NOT_FOUND)


def _way_back(request: HttpRequest) -> dict[str, str]:
    """Who works in the back office is led back there, not to the front page."""
    return {"back_office_url": BACK_OFFICE} if request.path_info.startswith(BACK_OFFICE) else {}


def _is_for_machines(request: HttpRequest) -> bool:
    path = request.path_info
    suffix = "" if path.endswith("/") else PurePosixPath(path).suffix.lower()
    return path.startswith(MACHINE_PATHS) or suffix not in PAGE_SUFFIXES


def _standalone(request: HttpRequest, template: str, status: HTTPStatus) -> HttpResponse:
    """Without request and so without context processors; a broken template must not hide the error."""
    if _is_for_machines(request):
        return _short(request, status)
    try:
        return HttpResponse(loader.get_template(template).render(_way_back(request)), status=status)
    except Exception:
        return HttpResponse(LAST_RESORT, status=status)


def _short(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """A problem (RFC 9457) where JSON is spoken, else a line of text."""
    if request.path_info.startswith("/api/"):
        problem = {"type": "about:blank", "title": status.phrase, "status": status.value}
        return JsonResponse(problem, status=status, content_type="application/problem+json")
    return HttpResponse(f"{status.phrase}\n", status=status, content_type="text/plain; charset=utf-8")
