"""What is not sound, in sentences: the same in the preview, on the start page and in mails."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from outbox.enums import Severity
from servicefinder.addresses.models import Address

from ...models import Fraction, Plan
from ..rhythms import DAYS_OF_WEEK
from .coverage import Coverage, Houses
from .gaps import Gap

GAPS_SHOWN = 20
Names = dict[object, str]


class Problem(NamedTuple):
    severity: Severity
    text: str


def problems_of(plan: Plan, coverage: Coverage, gaps: Sequence[Gap]) -> list[Problem]:
    """None, or one query each for fractions, tours and houses."""
    if not (gaps or coverage.unserved.number or coverage.without or coverage.doubled):
        return []
    fractions = dict(Fraction.objects.values_list("pk", "name"))
    return [*_of_coverage(coverage, fractions), *_of_gaps(plan, gaps, fractions)]


def _of_coverage(coverage: Coverage, fractions: dict[int, str]) -> Iterator[Problem]:
    names = _house_names([coverage.unserved, *coverage.without.values(), *coverage.doubled.values()])
    if coverage.unserved.number:
        yield Problem(Severity.ERROR, f"Ohne Tour: {_named(coverage.unserved, names)}.")
    for pk, name in fractions.items():
        if pk in coverage.without:
            houses = _named(coverage.without[pk], names)
            yield Problem(Severity.ERROR, f"{name} wird hier nicht abgeholt: {houses}.")
        if pk in coverage.doubled:
            houses = _named(coverage.doubled[pk], names)
            yield Problem(Severity.WARNING, f"{name} steht hier in mehr als einer Tour: {houses}.")


def _of_gaps(plan: Plan, gaps: Sequence[Gap], fractions: dict[int, str]) -> Iterator[Problem]:
    tours = dict(plan.tours.values_list("code", "name")) if gaps else {}
    for gap in gaps[:GAPS_SHOWN]:
        weeks = (gap.usual or 0) // DAYS_OF_WEEK
        yield Problem(
            Severity.ERROR,
            f"{tours[gap.tour]}, {fractions[gap.fraction_id]}: vom {gap.start:%d.%m.%Y} bis "
            f"{gap.end:%d.%m.%Y} keine Abfuhr, der Rhythmus meint höchstens {weeks} "
            f"{'Woche' if weeks == 1 else 'Wochen'}.",
        )
    if len(gaps) > GAPS_SHOWN:
        yield Problem(Severity.ERROR, f"Es gibt {len(gaps) - GAPS_SHOWN} weitere zu lange Pausen.")


def _house_names(found: Sequence[Houses]) -> Names:
    wanted = {house for each in found for house in each.first}
    rows = Address.objects.filter(pk__in=wanted).values_list("pk", "street__name", "number", "suffix")
    return {pk: f"{street} {number}{suffix}" for pk, street, number, suffix in rows}


def _named(houses: Houses, names: Names) -> str:
    rest = houses.number - len(houses.first)
    return ", ".join(names[house] for house in houses.first) + (f" und {rest} weitere" if rest else "")
