"""Renditions of images in MEDIA_ROOT, for installations without a web server in front.

Originals and documents are not served from here: documents go through Wagtail's view, which
knows who may read them.
"""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest

PUBLIC_FOLDER = "images"
YEAR_SECONDS = 365 * 24 * 60 * 60


def serve(request: HttpRequest, name: str) -> FileResponse:
    """An image rendition; 404 for anything else."""
    file = public_file(name)
    if file is None:
        raise Http404
    response = FileResponse(
        file.open("rb"), content_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    )
    # A rendition's name carries the digest of its filter and focal point: it never changes.
    response["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    return response


def public_file(name: str) -> Path | None:
    """The file that `name` leads to once `..` and links are followed, if it lies in the public folder.

    Judged by where it lies, not by how the address begins: `images/../documents/x.pdf` begins well.
    """
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        file = (root / name).resolve()
        found = file.is_relative_to(root / PUBLIC_FOLDER) and file.is_file()
    except (OSError, ValueError):  # A name too long, a NUL byte.
        return None
    return file if found else None
