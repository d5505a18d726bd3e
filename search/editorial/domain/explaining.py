"""Why a result stands where it stands: what became of the words, and what each is worth in each field.

The shares are measured by asking the engine for one word in one field at a time, so they are those of
whichever engine answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from django.utils import timezone

from search.analysis import fold, folded_words, is_stop_word
from search.analysis import words as all_words
from search.domain.guidance import alternatives_for, placements_for
from search.domain.placing import record_of
from search.domain.query_words import QueryWords, cleaned
from search.domain.querying import search
from search.domain.results import Hit
from search.domain.understanding import understood
from search.engines import engine
from search.engines.base import EngineError
from search.engines.questions import Question
from search.engines.ranking import WEIGHTS, Weights
from search.registries import guides

SHOWN_HITS = 10
# Words and alternatives whose shares are measured: each costs one question per field.
MEASURED_STEMS = 12
NO_BONUS = Weights(other_fields=0.0, exact_title=0.0, exact_term=0.0, pair=0.0)


@dataclass(frozen=True)
class Step:
    """What was done with the words; `text` is empty where there was nothing to do."""

    label: str
    text: str


@dataclass(frozen=True)
class WordShare:
    """What one word is worth for one result: `by_field` in points, `total` as the ranking adds them up."""

    stem: str
    by_field: Mapping[str, float]
    total: float


@dataclass(frozen=True)
class ExplainedHit:
    """`score` = (sum of the words + `rest`) × `prior`; `rest`: title, pairs, word beginnings, life events."""

    hit: Hit
    prior: float
    words: list[WordShare]
    rest: float


@dataclass(frozen=True)
class Explanation:
    """`hits` is empty where nothing was found or, if not `ready`, no engine can be asked."""

    query: str
    steps: list[Step]
    hits: list[ExplainedHit]
    ready: bool = True


def explain(query: str, language: str) -> Explanation:
    """For the first ten results. Any text is answered."""
    query = cleaned(query)
    results = search(query, language=language, size=SHOWN_HITS)
    typed = QueryWords.of(query, results.language or language)
    if not typed.folded:
        return Explanation(query, [], [])
    try:
        return _explained(query, typed, results.hits)
    except EngineError:
        return Explanation(query, [], [], ready=False)


def _explained(query: str, typed: QueryWords, hits: list[Hit]) -> Explanation:
    known = list(guides)
    meant = understood(engine(), typed, alternatives_for(known, typed).keys())
    alternatives = alternatives_for(known, meant.words)
    changed = [word for word in typed.folded if word not in meant.words.folded]
    new = [word for word in meant.words.folded if word not in typed.folded]
    spelt = all_words(fold(query))
    steps = [
        Step("Gleiche Schreibweise", " ".join(spelt)),
        Step("Füllwörter weggelassen", ", ".join(w for w in spelt if is_stop_word(w, typed.language))),
        Step("Wörter", ", ".join(folded_words(query, typed.language))),
        Step("Verbessert", ", ".join(f"{word} → {better}" for word, better in meant.corrected.items())),
        Step("Getrennt oder zusammengesetzt", _rewritten(changed, new, meant.corrected)),
        Step("Wortstämme", ", ".join(meant.words.stems)),
        Step("Synonyme", "; ".join(_said(stem, others) for stem, others in alternatives.items())),
        Step("Beste Treffer", ", ".join(f"Platz {p.position}" for p in placements_for(known, typed))),
    ]
    others = chain.from_iterable(chain.from_iterable(alternatives.values()))
    stems = list(dict.fromkeys((*meant.words.stems, *others)))[:MEASURED_STEMS]
    return Explanation(query, steps, _measured(typed.language, stems, hits))


def _rewritten(changed: list[str], new: list[str], corrected: Mapping[str, str]) -> str:
    before = [word for word in changed if word not in corrected]
    after = [word for word in new if word not in corrected.values()]
    return f"{' '.join(before)} → {' '.join(after)}" if before and after else ""


def _said(stem: str, others: tuple[tuple[str, ...], ...]) -> str:
    return f"{stem} auch: {', '.join(' '.join(other) for other in others)}"


def _measured(language: str, stems: list[str], hits: list[Hit]) -> list[ExplainedHit]:
    asked = Question(
        language=language,
        stems=(),
        at_least=0,
        now=int(timezone.now().timestamp()),
        weights=NO_BONUS,
        records=tuple(dict.fromkeys(hit.record for hit in hits)),
        size=4 * SHOWN_HITS,  # A record may have several documents.
        counted=False,
    )
    if not asked.records:
        return []
    priors = _scores(asked)
    scores = {
        (stem, name): _scores(
            replace(asked, stems=(stem,), at_least=1, weights=replace(NO_BONUS, fields={name: weight}))
        )
        for stem in stems
        for name, weight in WEIGHTS.fields.items()
    }
    return [_hit(hit, stems, priors.get(hit.record, 1.0), scores) for hit in hits]


def _scores(question: Question) -> dict[str, float]:
    """By record, of its best document."""
    found = reversed(engine().search(question).found)
    return {record_of(each, question.language): each.score for each in found}


def _hit(
    hit: Hit, stems: list[str], prior: float, scores: Mapping[tuple[str, str], Mapping[str, float]]
) -> ExplainedHit:
    words = []
    for word in stems:
        by_field = {name: scores[word, name].get(hit.record, 0.0) / prior for name in WEIGHTS.fields}
        best = max(by_field.values())
        total = best + WEIGHTS.other_fields * (sum(by_field.values()) - best)
        words.append(WordShare(word, by_field, total))
    rest = hit.score / prior - sum(word.total for word in words)
    return ExplainedHit(hit, prior, words, rest)
