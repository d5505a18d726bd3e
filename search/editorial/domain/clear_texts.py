"""Which queries say nothing about a person: those of words that our pages or the vocabulary use."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from search.analysis import analyse
from search.engines import engine
from search.engines.base import EngineError
from search.vocabulary import vocabulary

QueryKey = tuple[str, str]  # Language and text.
# A service's number has three digits, a year four; telephone numbers, birthdays and accounts have more.
DIGITS_LIMIT = 4


def clear_texts(keys: Iterable[QueryKey]) -> set[QueryKey]:
    """Those of the queries that may be kept in clear at once. None while the engine does not answer."""
    stems: dict[QueryKey, list[str]] = {}
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for language, text in keys:
        if "@" in text or sum(character.isdigit() for character in text) > DIGITS_LIMIT:
            continue
        stems[language, text] = analyse(text, language)
        asked[language].update(stems[language, text])
    known = {language: _known(language, words) for language, words in asked.items()}
    return {key for key, words in stems.items() if known[key[0]].issuperset(words)}


def _known(language: str, stems: set[str]) -> set[str]:
    try:
        known = engine().known(stems)
    except EngineError:
        return set()
    return known | (stems & _stems_of_vocabulary(language) if stems - known else set())


@lru_cache(maxsize=4)
def _stems_of_vocabulary(language: str) -> frozenset[str]:
    """Words for matters that the city may not offer: the more reason to see that somebody asks."""
    found: set[str] = set()
    for kinds in vocabulary().terms.values():
        for kind, terms in kinds.items():
            if language.startswith("de") or kind == language:
                found.update(analyse("\n".join(terms), language))
    return frozenset(found)
