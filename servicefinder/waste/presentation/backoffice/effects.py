"""What would change for whom, in words."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.core.paginator import Paginator

from servicefinder.addresses.models import Address

from ...domain.effects import DayChange, Effect, Pattern
from ...domain.soundness import Gap, Soundness
from ...models import Fraction, Plan
from ...wording.german import GERMAN
from ..days import short_day

HOUSES_PER_PAGE = 50
DAYS_SHOWN = 8


class HouseRow(NamedTuple):
    house: str
    tours: str
    days: list[str]
    more: int


@dataclass(frozen=True)
class ShownEffect:
    """`fractions`: name and number of houses."""

    houses: int
    total: int
    days: int
    fractions: list[tuple[str, int]]
    page: object
    rows: list[HouseRow]


class GapRow(NamedTuple):
    fraction: str
    days: int
    tour: str
    span: str
    usual: str
    too_long: bool


class ShownSoundness(NamedTuple):
    problems: list[str]
    longest: list[GapRow]


def shown_effect(effect: Effect, page: str | None) -> ShownEffect:
    """One page of houses; two queries."""
    names = fraction_names()
    shown = Paginator(effect.houses, HOUSES_PER_PAGE).get_page(page)
    counted = effect.by_fraction()
    return ShownEffect(
        len(effect.houses),
        effect.total,
        effect.days,
        [(name, counted[pk]) for pk, name in names.items() if pk in counted],
        shown,
        _rows(list(shown.object_list), effect, names),
    )


def shown_soundness(plan: Plan, found: Soundness) -> ShownSoundness:
    """Two queries."""
    tours = dict(plan.tours.values_list("code", "name"))
    by_fraction = {gap.fraction_id: gap for gap in found.longest}
    rows = [
        _gap_row(by_fraction[pk], name, tours) for pk, name in fraction_names().items() if pk in by_fraction
    ]
    return ShownSoundness([problem.text for problem in found.problems], rows)


def fraction_names() -> dict[int, str]:
    return dict(Fraction.objects.values_list("pk", "name"))


def _gap_row(gap: Gap, fraction: str, tours: dict[str, str]) -> GapRow:
    return GapRow(
        fraction,
        gap.days,
        tours[gap.tour],
        f"{gap.start:%d.%m.%Y} bis {gap.end:%d.%m.%Y}",
        f"höchstens {gap.allowed}" if gap.allowed else "einzelne Tage",
        gap.too_long,
    )


def _rows(houses: list[tuple[UUID, Pattern]], effect: Effect, names: dict[int, str]) -> list[HouseRow]:
    addresses = Address.objects.select_related("street").in_bulk([pk for pk, _ in houses])
    return [
        HouseRow(
            str(addresses[pk]),
            _tours(pattern),
            [_change(each, names) for each in effect.changes[pattern][:DAYS_SHOWN]],
            max(len(effect.changes[pattern]) - DAYS_SHOWN, 0),
        )
        for pk, pattern in houses
        if pk in addresses
    ]


def _tours(pattern: Pattern) -> str:
    before, after = (", ".join(codes) or "keine" for codes in pattern)
    return after if before == after else f"{before} → {after}"


def _change(change: DayChange, names: dict[int, str]) -> str:
    name = names[change.fraction_id]
    before = change.before and short_day(change.before, GERMAN)
    after = change.after and short_day(change.after, GERMAN)
    if before and after:
        return f"{name}: statt {before} nun {after}"
    return f"{name}: neu am {after}" if after else f"{name}: am {before} entfällt"
