"""Answers "has it changed?" before Django begins: routing and middleware cost more than such an answer."""

import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.db import DatabaseError, close_old_connections

from capabilities.revalidation import Unchanged, revalidated
from config.middleware.request_log import log_request

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Revalidation:
    """A 304 for what a room has registered (`capabilities.revalidation`); all else goes to `application`."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started = time.perf_counter()
        unchanged = _unchanged(environ)
        if unchanged is None:
            return self.application(environ, start_response)
        start_response("304 Not Modified", list(unchanged.headers.items()))
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        log_request(method, path, unchanged.captured, HTTPStatus.NOT_MODIFIED, started)
        return ()


def _unchanged(environ: dict[str, Any]) -> Unchanged | None:
    """Where the database does not answer, the view says so."""
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if not asked or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return None
    try:
        close_old_connections()
        return revalidated.unchanged(environ["PATH_INFO"], asked)
    except DatabaseError:
        return None
