"""Each unsafe request of somebody signed in to the back office runs in one transaction.

So a page, its revision, its read model and the outbox rows it causes are written
together or not at all. Reads stay outside: on SQLite an IMMEDIATE transaction would
make them wait behind every writer. So does receiving: whoever sends half a request must
not keep the others from writing.
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, UnreadablePostError

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
# A delivery list of 200,000 lines is taken in slices: one transaction would keep all others waiting.
OWN_TRANSACTIONS = {"/redaktion/ausweise/lieferlisten/"}
FORM_TYPES = {"multipart/form-data", "application/x-www-form-urlencoded"}


class _Failed(Exception):
    """Carries the answer of a failed request out of the transaction that it rolls back."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


class BackofficeMiddleware:
    """Wraps POSTs below /redaktion/ in a transaction; an answer of 500 rolls it back.

    Signing in and asking for a new password stay outside: anybody can send these.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _writes(request):
            return self.get_response(request)
        try:
            _receive(request)
        except UnreadablePostError:
            return HttpResponseBadRequest()
        try:
            with transaction.atomic():
                response = self.get_response(request)
                if response.status_code >= 500:
                    raise _Failed(response)
                return response
        except _Failed as failed:
            return failed.response


def _writes(request: HttpRequest) -> bool:
    return (
        request.method not in SAFE_METHODS
        and request.path_info.startswith("/redaktion/")
        and request.path_info not in OWN_TRANSACTIONS
        and request.user.is_authenticated
    )


def _receive(request: HttpRequest) -> None:
    """Read the whole body. Raises UnreadablePostError when the client goes away."""
    if request.content_type in FORM_TYPES:
        _ = request.POST
    else:
        _ = request.body
