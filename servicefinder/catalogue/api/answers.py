"""What every answer of the API has in common: read-only CORS, conditional requests, problems for errors."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from .problems import problem

View = Callable[..., HttpResponse]

ALLOWED = "GET, HEAD, OPTIONS"
CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag"}
PREFLIGHT = {
    "Allow": ALLOWED,
    "Access-Control-Allow-Methods": ALLOWED,
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}

log = structlog.get_logger(__name__)


def machine_readable(view: View) -> View:
    """A view of the API for anybody's programs: reading only, the same answer for everybody."""

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _answer(view, request, *args, **kwargs)
        for name, value in CORS.items():
            response.headers.setdefault(name, value)
        return response

    return wrapped


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method not in ("GET", "HEAD"):
        response = problem(request, 405, "This interface can only be read.")
        response.headers["Allow"] = ALLOWED
        return response
    response = _read(view, request, *args, **kwargs)
    return _without_body(response) if request.method == "HEAD" else response


def _read(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    method, request.method = request.method, "GET"  # Operations know no HEAD.
    try:
        response = view(request, *args, **kwargs)
    except Http404:
        response = problem(request, 404, "There is nothing at this address.")
    except Exception:
        log.exception("api.failed", path=request.path)
        response = problem(request, 500, "Something went wrong on our side.")
    finally:
        request.method = method
    return _conditional(request, response)


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """304 for who has this answer already. Everybody asks again, since content may be withdrawn."""
    if response.status_code != 200:
        return response
    if "ETag" not in response.headers:
        response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response.headers["Cache-Control"] = "no-cache"
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response


def _without_body(response: HttpResponse) -> HttpResponse:
    response.headers["Content-Length"] = str(len(response.content))
    response.content = b""
    return response
