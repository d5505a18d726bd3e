"""What a street is found by: its name from any word on, how that sounds, its beginning with a letter lost.

All keys lie in one indexed table, so that no look-up reads more than what begins alike, however many streets
there are. A beginning that misses one letter meets another that misses one: that covers a letter too much,
too few, a wrong one and two swapped (symmetric deletions, as in SymSpell).
"""

from collections.abc import Iterable, Iterator

from search.analysis.sounds import sound

from ..enums import KeyKind
from ..models import Street, StreetKey
from .folding import words_of

BEGINNING = 6  # Letters that may hold the typing error; later ones are compared one by one.
SHORTEST_TAIL = 4
ROWS_AT_ONCE = 5000
# Alone these say nothing about which street it is.
KINDS_OF_STREET = frozenset(
    ("strasse", "weg", "platz", "allee", "gasse", "ring", "ufer", "damm", "markt", "stieg", "pfad", "hof")
)


_PLAIN = str.maketrans("šä", "12")


def tails(name: str) -> list[str]:
    """`Clara-Schumann-Straße` → claraschumannstrasse, schumannstrasse; the whole name comes first."""
    words = words_of(name)
    joined = ["".join(words[start:]) for start in range(len(words))]
    later = (tail for tail in joined[1:] if len(tail) >= SHORTEST_TAIL and tail not in KINDS_OF_STREET)
    return list(dict.fromkeys([*joined[:1], *later]))


def heard(text: str) -> str:
    """How it sounds, in letters that every database sorts alike."""
    return sound(text).translate(_PLAIN)


def misspellings(text: str) -> set[str]:
    """The beginning of `text`, whole and with each of its letters left out."""
    start = text[:BEGINNING]
    return {start, *(start[:place] + start[place + 1 :] for place in range(len(start)))}


def keys_of(name: str) -> Iterator[tuple[KeyKind, str]]:
    """Kinds and texts of all keys of a street that is called so, each once."""
    found = tails(name)
    yield from ((KeyKind.NAME, tail) for tail in found)
    yield from ((KeyKind.SOUND, like) for like in {heard(tail) for tail in found})
    yield from ((KeyKind.NEAR, near) for near in {key for tail in found for key in misspellings(tail)})


def write_keys(streets: Iterable[Street]) -> None:
    """Write the keys of these streets anew."""
    streets = list(streets)
    for start in range(0, len(streets), ROWS_AT_ONCE):
        some = streets[start : start + ROWS_AT_ONCE]
        StreetKey.objects.filter(street__in=[street.pk for street in some]).delete()
        rows = (
            StreetKey(street=street, kind=kind, text=text)
            for street in some
            for kind, text in keys_of(street.name)
        )
        StreetKey.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
