"""Turns RateLimited, raised anywhere in a view, into its answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from limits.domain.rates import RateLimited
from limits.http import rate_limited


class RateLimitMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return rate_limited(request, exception) if isinstance(exception, RateLimited) else None
