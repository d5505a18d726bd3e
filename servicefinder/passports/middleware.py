"""A delivery list that is uploaded stays in memory: no temporary file ever holds a number."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse

UPLOAD_PATH = "/redaktion/ausweise/lieferlisten/"
UPLOAD_LIMIT_BYTES = 30_000_000
TOO_LARGE = "Die Lieferliste ist zu groß. Bitte teilen Sie sie auf Dateien bis 30 MB auf.\n"


class InMemoryOnly(MemoryFileUploadHandler):
    """Takes whatever the middleware lets through, whatever its size."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        self.activated = True


class UploadsInMemoryMiddleware:
    """Before anything reads the body."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.path_info.startswith(UPLOAD_PATH):
            announced = request.META.get("CONTENT_LENGTH") or "0"
            if not announced.isdigit() or int(announced) > UPLOAD_LIMIT_BYTES:
                return HttpResponse(
                    TOO_LARGE,
                    status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                    content_type="text/plain; charset=utf-8",
                )
            request.upload_handlers = [InMemoryOnly(request)]
        return self.get_response(request)
