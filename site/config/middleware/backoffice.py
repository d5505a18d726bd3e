"""Each unsafe request of the back office runs in one transaction.

So a page, its revision, its read model and the outbox rows it causes are written
together or not at all. Reads stay outside: on SQLite an IMMEDIATE transaction would
make them wait behind every writer.
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class _Failed(Exception):
    """Carries the answer of a failed request out of the transaction that it rolls back."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


class BackofficeMiddleware:
    """Wraps POSTs below /redaktion/ in a transaction; an answer of 500 rolls it back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE_METHODS or not request.path_info.startswith("/redaktion/"):
            return self.get_response(request)
        try:
            with transaction.atomic():
                response = self.get_response(request)
                if response.status_code >= 500:
                    raise _Failed(response)
                return response
        except _Failed as failed:
            return failed.response
