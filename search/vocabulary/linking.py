"""Which LeiKa objects a service is about that names none, or one that the catalogue does not know."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from search.analysis import folded_words, stem
from search.vocabulary.files import NAME, term_lines
from search.vocabulary.matters import likelihoods, taken_apart
from search.vocabulary.recognition import Terms

# Of the title's likelihood and what the other names add to it.
ENOUGH = 0.55
# An other name counts when it is nearly a term itself, and less the more there are.
LIKELY_NAME = 0.5
SHARE_OF_NAMES = 1.5
DAMPING = 3
NAMES_READ = 12
# A second object is as good as the first.
ALSO = 0.9
# So much of a title has to be the name of an object that stands in it: `Aufenthaltserlaubnis – Studium`.
SHARE_OF_TITLE = 0.25


def linked_objects(title: str, names: Iterable[str]) -> list[str]:
    """One or two objects that `title` and the other `names` stand for; empty where none is likely."""
    scores = Counter(_likelihoods(title))
    others = list(dict.fromkeys(names))[:NAMES_READ]
    for name in others:
        for key, likelihood in _likelihoods(name).items():
            if likelihood >= LIKELY_NAME:
                scores[key] += SHARE_OF_NAMES * likelihood / (DAMPING + len(others))  # type: ignore[assignment]
    best = sorted(scores.items(), key=lambda found: (-found[1], found[0]))[:2]
    likely = [key for key, score in best if score >= max(ENOUGH, ALSO * best[0][1])]
    return likely or _named_in(title)


@lru_cache(maxsize=4096)
def _likelihoods(name: str) -> dict[str, float]:
    return _best(likelihoods, name)


def _named_in(title: str) -> list[str]:
    """The object whose whole catalogue name stands in the title, the weightiest one."""
    shares = _best(_names().contained, title)
    best = max(shares, key=lambda key: (shares[key], key), default=None)
    return [best] if best is not None and shares[best] >= SHARE_OF_TITLE else []


def _best(measure: Callable[[Sequence[str]], dict[str, float]], text: str) -> dict[str, float]:
    """By object the higher figure of `text` as it is written and with its compounds taken apart."""
    words = folded_words(text, "de")
    best = measure([stem(word, "de") for word in words])
    for key, value in measure(taken_apart(words)).items():
        best[key] = max(value, best.get(key, 0.0))
    return best


@lru_cache(maxsize=1)
def _names() -> Terms:
    return Terms((line.key, term) for line in term_lines() if line.kind == NAME for term in line.terms)
