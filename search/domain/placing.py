"""Best bets among the results: asked for by themselves, left out of the others, put at their place."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from search.engines.questions import Answer, Found, Question
from search.registries import Placement

Ask = Callable[[Question], Answer]


def record_of(found: Found, language: str) -> str:
    """`source:pk` of a document that was found in `language`."""
    return found.key.removesuffix(f":{found.stored['type']}:{found.stored['id']}:{language}")


@dataclass(frozen=True)
class _Placed:
    """Documents of the placements by position, counted from 0, with the answer that brought them."""

    answer: Answer
    found: dict[int, Found]


def answer_with_placed(ask: Ask, question: Question, placements: Sequence[Placement]) -> Answer:
    """The answer to `question` with the placed records at their positions, on whichever page these are.

    Records that are not public, or of another type or language than asked for, are not shown.
    """
    if not placements:
        return ask(question)
    chosen = _placed(ask, question, placements)
    begin, end = question.offset, question.offset + question.size
    before = sum(position < begin for position in chosen.found)
    inside = {position: found for position, found in chosen.found.items() if begin <= position < end}
    rest = ask(
        replace(
            question,
            without=tuple(placement.record for placement in placements),
            offset=begin - before,
            size=max(question.size - len(inside), 1),
        )
    )
    found = rest.found[: question.size - len(inside)]
    for position, placed in inside.items():
        found.insert(position - begin, placed)
    return Answer(
        found,
        rest.total + chosen.answer.total,
        _sum(rest.types, chosen.answer.types),
        _sum(rest.facets, chosen.answer.facets),
    )


def _placed(ask: Ask, question: Question, placements: Sequence[Placement]) -> _Placed:
    answer = ask(
        Question(
            language=question.language,
            stems=(),
            at_least=0,
            now=question.now,
            types=question.types,
            filters=question.filters,
            records=tuple(placement.record for placement in placements),
            size=len(placements),
        )
    )
    by_record = {record_of(found, question.language): found for found in reversed(answer.found)}
    present = ((placement.position - 1, by_record.get(placement.record)) for placement in placements)
    return _Placed(answer, {position: found for position, found in present if found})


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return dict(Counter(one) + Counter(other))
