"""Parts of uploaded films (RFC 9110, Range): some browsers play a film only if they can ask for parts."""

import re

from django.http import HttpRequest, HttpResponse

from home.models import CityDocument
from home.models.media import FILM_EXTENSIONS

PART_LIMIT_BYTES = 4 * 1024 * 1024  # Less than was asked for may be sent; browsers then ask for the rest.
ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def part_of_film(document: CityDocument, request: HttpRequest) -> HttpResponse | None:
    """The part that `Range` asks for, or its beginning; None where the whole file is to be sent.

    Runs after Wagtail's check of who may read the document.
    """
    match = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if match is None or document.file_extension.lower() not in FILM_EXTENSIONS:
        return None
    size = document.get_file_size() or 0
    start, end = _bounds(match[1], match[2], size)
    if start >= size or end < start:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with document.open_file() as file:
        file.seek(start)
        part = file.read(min(end - start + 1, PART_LIMIT_BYTES))
    response = HttpResponse(part, status=206, content_type=document.content_type)
    response["Content-Range"] = f"bytes {start}-{start + len(part) - 1}/{size}"
    response["Accept-Ranges"] = "bytes"
    return response


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte; without a first one the last so many bytes are meant."""
    if not first:
        return (max(size - int(last), 0), size - 1) if last and int(last) else (size, 0)
    return int(first), min(int(last), size - 1) if last else size - 1
