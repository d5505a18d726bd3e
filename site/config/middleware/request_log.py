"""One log line per request: method, path without query and without tokens, status, milliseconds."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse

from config.loggable_paths import loggable_path

log = structlog.get_logger("request")


class RequestLogMiddleware:
    """Outermost middleware, so that the time it measures is the whole request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        if not request.path_info.startswith("/static/"):
            captured = match.kwargs if match else None
            log_request(request.method, request.path_info, captured, response.status_code, started)
        return response


def log_request(
    method: str | None, path: str, captured: Mapping[str, Any] | None, status: int, started: float
) -> None:
    """`captured`: what the route took from the path; `started`: of `time.perf_counter`."""
    log.info(
        "request",
        method=method,
        path=loggable_path(path, captured),
        status=int(status),
        ms=round((time.perf_counter() - started) * 1000, 1),
    )
