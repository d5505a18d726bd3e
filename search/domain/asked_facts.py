"""Which fact of which thing somebody asks for: "hat das Standesamt heute offen?" → hours of `standesamt`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from search.analysis import fold, is_stop_word, stem, words

# What may stand beside without changing what is asked for.
_TIMES = """
    macht heute jetzt morgen gerade aktuell aktuelle uhr lange heut wieder momentan zurzeit today now tomorrow
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs
    donnerstags freitags samstags sonntags monday tuesday wednesday thursday friday saturday sunday
"""
_CITY = "stadt staedtisch staedtische staedtisches staedtischen city"
_BESIDE = frozenset(f"{_TIMES} {_CITY}".split())


@dataclass(frozen=True)
class Fact:
    """A fact by the folded words that ask for it; `frames` do so as first and last word of a sentence."""

    asked_by: frozenset[str]
    frames: frozenset[tuple[str, str]] = frozenset()


HOURS = Fact(
    frozenset(
        (
            *("oeffnungszeiten", "oeffnungszeit", "sprechzeiten", "sprechzeit", "geoeffnet", "offen"),
            *("opening", "hours", "open"),
        )
    ),
    frozenset(
        (first, last)
        for first in ("hat", "haben", "wann", "ist", "sind", "macht")
        for last in ("auf", "zu", "geschlossen")
    ),
)
TELEPHONE = Fact(
    frozenset(
        (
            *("telefonnummer", "telefon", "telefonnummern", "rufnummer", "durchwahl", "tel", "anrufen"),
            *("phone", "telephone", "call"),
        )
    )
)
FORM = Fact(
    frozenset(
        (
            *("formular", "formulare", "vordruck", "vordrucke", "antragsformular", "antragsformulare"),
            *("form", "forms"),
        )
    )
)
_COMPANIONS = frozenset(("nummer", "number"))  # "phone number": only beside a word that asks.


def thing_asked_for(fact: Fact, typed: Sequence[str], language: str) -> tuple[str, ...] | None:
    """Stems of the thing whose `fact` is asked for, empty where none is named; None when the fact is not.

    `typed` are all words of a query, folded.
    """
    framed = bool(typed) and (typed[0], typed[-1]) in fact.frames
    if not framed and fact.asked_by.isdisjoint(typed):
        return None
    rest = [
        word
        for word in (typed[1:-1] if framed else typed)
        if word not in fact.asked_by
        and word not in _BESIDE
        and word not in _COMPANIONS
        and word not in _city_words(settings.SITE_NAME)
        and not is_stop_word(word, language)
    ]
    return tuple(dict.fromkeys(stem(word, language) for word in rest))


def stems_of(names: Sequence[str], language: str) -> list[str]:
    """Stems of all words of these names, but those without meaning."""
    found = (word for name in names for word in words(fold(name)) if not is_stop_word(word, language))
    return [stem(word, language) for word in found]


def surplus(asked: Sequence[str], names: Sequence[str], others: Sequence[str], language: str) -> int | None:
    """How many words of a thing's `names` were not asked for; None unless all that was asked names it.

    `others` are names it is known by as well.
    """
    own = stems_of(names, language)
    if not set(asked) <= {*own, *stems_of(others, language)}:
        return None
    return len(set(own) - set(asked))


@lru_cache(maxsize=4)
def _city_words(name: str) -> frozenset[str]:
    return frozenset(words(fold(name)))
