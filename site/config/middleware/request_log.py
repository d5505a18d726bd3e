"""One log line per request: method, path without query and without tokens, status, milliseconds."""

import re
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

log = structlog.get_logger("request")

# Path segments that look like a secret: 16 or more characters of a URL-safe alphabet with a digit.
SECRET_SEGMENT = re.compile(r"/(?=[^/]*\d)(?=[^/]*[A-Z_])[A-Za-z0-9_-]{16,}(?=/|$)")


def loggable_path(path: str) -> str:
    """The path as it may be written to a log: secrets in it are masked."""
    return SECRET_SEGMENT.sub("/***", path)


class RequestLogMiddleware:
    """Outermost middleware, so that the time it measures is the whole request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        if not request.path_info.startswith("/static/"):
            log.info(
                "request",
                method=request.method,
                path=loggable_path(request.path_info),
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )
        return response
