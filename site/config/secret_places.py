"""Where in an address a secret stands, as the routes say: also for addresses that no route takes.

Whoever types an access code forgets a slash, writes it small, or lets a comma of the letter stand. That
address opens nothing, but what it holds does.
"""

from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

MASK = "***"
# Names that routes give to what opens something, or says whose it is.
SECRET_KWARGS = frozenset({"token", "uidb64", "address"})
ANYTHING = ""

# The segments before a secret, small; ANYTHING for those that differ.
Place = tuple[str, ...]


def without_what_follows_secret_places(path: str) -> str:
    """`path` with all masked that stands where a route expects a secret, or behind that.

    Words that routes are made of stay. Neither case nor what stands before (a language) matters.
    """
    small = path.casefold()
    if not any(mark in small for mark in _marks(settings.ROOT_URLCONF)):
        return path
    places, words = _routes(settings.ROOT_URLCONF)
    segments = path.split("/")
    filled = [i for i, segment in enumerate(segments) if segment]
    first = _first_secret([segments[i].casefold() for i in filled], places)
    for i in filled[first:]:
        if segments[i].casefold() not in words:
            segments[i] = MASK
    return "/".join(segments)


def _first_secret(read: list[str], places: tuple[Place, ...]) -> int:
    found = (
        start + len(place)
        for start in range(len(read))
        for place in places
        if _stands_at(place, read[start : start + len(place)])
    )
    return next(found, len(read))


def _stands_at(place: Place, read: list[str]) -> bool:
    return len(read) == len(place) and all(
        part in (ANYTHING, segment) for part, segment in zip(place, read, strict=True)
    )


@cache
def _marks(urlconf: str) -> frozenset[str]:
    """A word of every place: an address without any of them needs no closer look."""
    places, _ = _routes(urlconf)
    return frozenset(next((part for part in place if part is not ANYTHING), "") for place in places)


@cache
def _routes(urlconf: str) -> tuple[tuple[Place, ...], frozenset[str]]:
    """What stands before secrets, the shortest first, and all words that routes are made of."""
    places: set[Place] = set()
    words: set[str] = set()
    for route in _parts(get_resolver(urlconf)):
        words |= {part.casefold() for part in route if "<" not in part}
        secret = next((i for i, part in enumerate(route) if _is_secret(part)), None)
        if secret is not None:
            places.add(tuple(ANYTHING if "<" in part else part.casefold() for part in route[:secret]))
    return tuple(sorted(places, key=len)), frozenset(words)


def _parts(resolver: URLResolver, before: str = "") -> Iterator[list[str]]:
    """The segments of every route that is no regular expression; languages have no part in them."""
    for each in resolver.url_patterns:
        own = str(each.pattern) if isinstance(each.pattern, RoutePattern) else ""
        if isinstance(each, URLResolver):
            yield from _parts(each, before + own)
        elif isinstance(each, URLPattern):
            yield [part for part in (before + own).split("/") if part]


def _is_secret(part: str) -> bool:
    return part.startswith("<") and part.strip("<>").rpartition(":")[2] in SECRET_KWARGS
