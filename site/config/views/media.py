"""Renditions of images in MEDIA_ROOT, for installations without a web server in front.

Originals and documents are not served from here: documents go through Wagtail's view, which
knows who may read them.
"""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest
from django.utils._os import safe_join

PUBLIC_FOLDERS = ("images/",)
YEAR_SECONDS = 365 * 24 * 60 * 60


def serve(request: HttpRequest, name: str) -> FileResponse:
    """An image rendition; 404 for anything else."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, name))
    except (SuspiciousFileOperation, ValueError):
        raise Http404 from None
    if not name.startswith(PUBLIC_FOLDERS) or not file.is_file():
        raise Http404
    response = FileResponse(
        file.open("rb"), content_type=mimetypes.guess_type(name)[0] or "application/octet-stream"
    )
    # A rendition's name carries the digest of its filter and focal point: it never changes.
    response["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    return response
