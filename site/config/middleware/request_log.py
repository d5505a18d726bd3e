"""One log line per request: method, path without query and without tokens, status, milliseconds."""

import time
from collections.abc import Callable

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
            log.info(
                "request",
                method=request.method,
                path=loggable_path(request.path_info, match.kwargs if match else None),
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )
        return response
