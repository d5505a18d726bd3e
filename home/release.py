"""A name for everything that HTML is made with: kept HTML of another release is written anew."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings

ROOMS = ("home", "search", "servicefinder")
NAME_LENGTH = 16


@lru_cache(maxsize=1)
def release() -> str:
    """Differs as soon as our code, a template, a translation or a style sheet differs.

    Empty in development, where nothing that is kept holds, so that a change is seen at once.
    """
    if settings.DEBUG:
        return ""
    digest = hashlib.sha256()
    for file in _ingredients():
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:NAME_LENGTH]


def _ingredients() -> Iterator[Path]:
    folders: list[Path] = settings.TEMPLATES[0]["DIRS"]  # type: ignore[assignment]
    for folder in folders:
        yield from sorted(folder.rglob("*.html"))
    for folder in settings.LOCALE_PATHS:
        yield from sorted(Path(folder).rglob("*.mo"))
    for room in ROOMS:
        yield from sorted((settings.BASE_DIR / room).rglob("*.py"))
    # Names of style sheets, scripts and pictures with the hashes of their content.
    yield from Path(settings.STATIC_ROOT).glob("staticfiles.json")
