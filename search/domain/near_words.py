"""Words that somebody may have meant who found nothing: similar ones that lead somewhere."""

import re

from django.utils import timezone
from rapidfuzz import fuzz, process

from search.analysis import fold, stem
from search.domain.lexicon import lexicon_of
from search.domain.query_words import QueryWords
from search.engines import engine
from search.engines.base import EngineError
from search.engines.questions import Question
from search.engines.ranking import NAME_WEIGHTS

WORDS_SHOWN = 5
WORDS_LOOKED_AT = 3
NEAREST = 5
LEAST_SIMILARITY = 68
TITLES_READ = 20
_WORD = re.compile(r"[^\W\d_]{3,}")


def near_words(query: str, language: str) -> list[str]:
    """Up to five words of titles, spelt as there, the most similar first."""
    source = engine()
    try:
        known = lexicon_of(source, language).words
        typed = QueryWords.of(query, language).folded[:WORDS_LOOKED_AT]
        near = {word: rate for each in typed for word, rate, _ in _similar(each, known)}
        if not near:
            return []
        question = Question(
            language=language,
            stems=tuple(stem(word, language) for word in near),
            at_least=1,
            now=int(timezone.now().timestamp()),
            weights=NAME_WEIGHTS,
            size=TITLES_READ,
            counted=False,
        )
        titles = [found.stored["title"] for found in source.search(question).found]
    except EngineError:
        return []
    spelt = {fold(word): word for title in reversed(titles) for word in _WORD.findall(title)}
    ranked = sorted(near, key=lambda word: -near[word])
    return [spelt[word] for word in ranked if word in spelt][:WORDS_SHOWN]


def _similar(word: str, known: dict[str, int]) -> list[tuple[str, float, int]]:
    found = process.extract(
        word, known.keys(), scorer=fuzz.ratio, score_cutoff=LEAST_SIMILARITY, limit=NEAREST
    )
    return [each for each in found if each[0] != word]
