"""Publishing by approval or in bulk shows no form that could say what is missing: say it as a message."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from .domain.preflight import NotReady


class NotReadyMiddleware:
    """Undoes what the request has written and leads to the page that is not ready."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, NotReady) or not request.path_info.startswith("/redaktion/"):
            return None
        if transaction.get_connection().in_atomic_block:
            transaction.set_rollback(True)
        messages.error(request, f"„{exception.page.title}“ ist noch nicht veröffentlicht. {exception}")
        return redirect("wagtailadmin_pages:edit", exception.page.pk)
