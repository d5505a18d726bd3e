"""Handing out a private file."""

from typing import BinaryIO

from django.http import FileResponse


def private_file(file: BinaryIO, name: str, media_type: str) -> FileResponse:
    """A download that no browser opens as a page and no cache keeps. The caller has checked who asks."""
    response = FileResponse(file, as_attachment=True, filename=name, content_type=media_type)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
