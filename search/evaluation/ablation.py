"""What each step of the ranking is worth: the same queries with one step off at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.engines.ranking import WEIGHTS, Weights


@dataclass(frozen=True)
class Variant:
    """`exact` leaves words as they were typed: nothing joined, taken apart or corrected."""

    name: str
    weights: Weights = WEIGHTS
    exact: bool = False


def variants() -> Iterator[Variant]:
    """All steps, then all but one, then none but words in fields."""
    yield Variant("all steps")
    yield Variant("without corrections and compounds", exact=True)
    yield Variant(
        "without the vocabulary", _without_fields("vocabulary", "events", "related", base=_lifts_off())
    )
    yield Variant("without life events", _without_fields("events", base=replace(WEIGHTS, event=0.0)))
    yield Variant("without matters that are named", replace(WEIGHTS, matter=0.0))
    yield Variant("without neighbours", _without_fields("related", base=replace(WEIGHTS, neighbour=0.0)))
    yield Variant("without phrases", replace(WEIGHTS, pair=0.0, exact_term=0.0))
    yield Variant("without the exact title", replace(WEIGHTS, exact_title=0.0))
    yield Variant("only words in fields", replace(_lifts_off(), pair=0.0, exact_term=0.0, exact_title=0.0))


def _lifts_off() -> Weights:
    return replace(WEIGHTS, event=0.0, matter=0.0, neighbour=0.0)


def _without_fields(*names: str, base: Weights) -> Weights:
    return replace(base, fields={name: weight for name, weight in base.fields.items() if name not in names})
