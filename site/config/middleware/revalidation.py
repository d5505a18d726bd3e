"""Answers "has it changed?" before routing, sessions and compression cost more than the answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from capabilities.revalidation import revalidated


class RevalidationMiddleware:
    """A 304 for what a room has registered (`capabilities.revalidation`); hosts are checked as ever."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        unchanged = revalidated.unchanged(request)
        if unchanged is None:
            return self.get_response(request)
        request.get_host()  # Raises DisallowedHost.
        return unchanged
