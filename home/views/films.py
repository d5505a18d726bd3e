"""Parts of uploaded films (RFC 9110, Range): some browsers play a film only if they can ask for parts."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from home.models import CityDocument
from home.models.media import FILM_EXTENSIONS

CHUNK_BYTES = 256 * 1024
ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def part_of_film(document: CityDocument, request: HttpRequest) -> HttpResponse | StreamingHttpResponse | None:
    """The part that `Range` asks for; None where the whole file is to be sent.

    Runs after Wagtail's check of who may read the document.
    """
    match = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if match is None or document.file_extension.lower() not in FILM_EXTENSIONS:
        return None
    size = document.get_file_size() or 0
    start, end = _bounds(match[1], match[2], size)
    if start >= size or end < start:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(
        _chunks(document.file.storage.open(document.file.name), start, end - start + 1),
        status=206,
        content_type=document.content_type,
    )
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    response["Accept-Ranges"] = "bytes"
    return response


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte; without a first one the last so many bytes are meant."""
    if not first:
        return (max(size - int(last), 0), size - 1) if last and int(last) else (size, 0)
    return int(first), min(int(last), size - 1) if last else size - 1


def _chunks(file: BinaryIO, start: int, length: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while length > 0 and (chunk := file.read(min(CHUNK_BYTES, length))):
            length -= len(chunk)
            yield chunk
