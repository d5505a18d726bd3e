"""What is dear to count in long lists is remembered for a minute; in short ones everything is as of now."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import cache

Counted = TypeVar("Counted")

MANY = 1000
REMEMBERED_SECONDS = 60


def remembered(
    what: str, about: object, reckon: Callable[[], Counted], size: Callable[[Counted], int]
) -> Counted:
    """`reckon()`, or its answer about the same of a minute ago where that was about many; never None."""
    key = f"cases:{what}:{sha256(repr(about).encode()).hexdigest()}"
    found: Counted | None = cache.get(key)
    if found is None:
        found = reckon()
        if size(found) > MANY:
            cache.set(key, found, REMEMBERED_SECONDS)
    return found
