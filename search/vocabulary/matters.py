"""Which LeiKa objects and topics a query names, and which objects belong to them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from search.analysis import stem
from search.analysis.compounds import parts_of
from search.vocabulary.files import related_lines, term_lines
from search.vocabulary.recognition import Terms
from search.vocabulary.topics import topic_object_lines, topic_term_lines

# How much of the query and of the term has to meet.
ENOUGH = 0.5
MATTERS = 10


def named_matters(stems: Sequence[str]) -> dict[str, float]:
    """Objects with the likelihood (0 to 1) that they are meant, the likeliest first."""
    likely = ((key, value) for key, value in likelihoods(stems).items() if value >= ENOUGH)
    return dict(sorted(likely, key=lambda found: (-found[1], found[0]))[:MATTERS])


def likelihoods(stems: Sequence[str]) -> dict[str, float]:
    """By object, how likely `stems` mean it; see `Terms.likelihoods`."""
    return _terms().likelihoods(stems)


def taken_apart(words: Iterable[str]) -> list[str]:
    """Stems of folded words; of a compound that is no term, those of its parts: `Wohnsitz`, `Anmeldung`."""
    terms = _terms()
    stems: list[str] = []
    for word in words:
        its_stem = stem(word, "de")
        parts = () if terms.is_term(its_stem) else parts_of(word, terms.known, "de")
        stems += [stem(part, "de") for part in parts] if parts else [its_stem]
    return stems


def neighbours(key: str) -> tuple[str, ...]:
    """Objects that who asks for `key` finds useful as well, the nearest first."""
    return _neighbours().get(key, ())


@lru_cache(maxsize=1)
def _terms() -> Terms:
    return Terms((line.key, term) for line in (*term_lines(), *topic_term_lines()) for term in line.terms)


@lru_cache(maxsize=1)
def _neighbours() -> dict[str, tuple[str, ...]]:
    return {line.key: line.terms for line in (*related_lines(), *topic_object_lines())}
