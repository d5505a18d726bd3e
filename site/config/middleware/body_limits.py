"""How much a stranger may send: a citizen's form is small, and what is larger is not even read.

Whoever is signed in to the back office sends pages with thousands of fields, and films; for them only
Django's own limits hold. So they do for files of a citizen behind a secret link, up to `UPLOAD_LIMIT_BYTES`.
"""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, UnreadablePostError

BODY_LIMIT_BYTES = 1_000_000
FIELDS_LIMIT = 200
# Five photographs of 10 MB with a margin: what is too large by itself is refused beside its field.
UPLOAD_LIMIT_BYTES = 60_000_000
UPLOAD_PATHS = re.compile(r"(?:/[a-z-]+)?/(?:formular/[^/]+|vorgang)/K1[^/]+/")
# What stands between two fields, by the type of the body.
BETWEEN_FIELDS = {
    "application/x-www-form-urlencoded": b"&",
    "multipart/form-data": b"content-disposition:",
}


class BodyLimitMiddleware:
    """Answers 413 by the announced length, 400 to too many fields and to half a body."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"} or _is_staff_at_work(request):
            return self.get_response(request)
        if _takes_files(request):
            if _announced_bytes(request) > UPLOAD_LIMIT_BYTES:
                return _refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Das ist zu viel auf einmal.")
            return self.get_response(request)
        if _announced_bytes(request) > BODY_LIMIT_BYTES:
            return _refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Das ist zu viel auf einmal.")
        try:
            too_many = _fields(request) > FIELDS_LIMIT
        except UnreadablePostError:
            return HttpResponse(status=HTTPStatus.BAD_REQUEST)
        if too_many:
            return _refuse(HTTPStatus.BAD_REQUEST, "Das sind zu viele Angaben.")
        return self.get_response(request)


def _is_staff_at_work(request: HttpRequest) -> bool:
    return request.path_info.startswith("/redaktion/") and request.user.is_authenticated


def _takes_files(request: HttpRequest) -> bool:
    """Views look for who holds the secret before they read anything."""
    return request.content_type == "multipart/form-data" and bool(UPLOAD_PATHS.match(request.path_info))


def _announced_bytes(request: HttpRequest) -> int:
    """Servers read no more than this; without it, nothing."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isascii() and announced.isdigit() else 0


def _fields(request: HttpRequest) -> int:
    """About how many fields a form has, counted before anything takes it apart."""
    between = BETWEEN_FIELDS.get(request.content_type or "")
    return request.body.lower().count(between) if between else 0


def _refuse(status: HTTPStatus, reason: str) -> HttpResponse:
    return HttpResponse(f"{reason}\n", status=status, content_type="text/plain; charset=utf-8")
