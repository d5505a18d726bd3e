"""What would change for whom, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.core.paginator import Paginator

from servicefinder.addresses.models import Address

from ...domain.effects import DayChange, Effect, Pattern
from ...domain.plan_checks import Gap, Soundness
from ...models import Fraction
from ...wording.german import GERMAN
from ..days import short_day

HOUSES_PER_PAGE = 50
DAYS_SHOWN = 8
GAPS_SHOWN = 20


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
    too_long: list[GapRow]
    more: int


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


def shown_soundness(found: Soundness) -> ShownSoundness:
    names = fraction_names()
    problems = []
    if found.unserved:
        problems.append(f"{found.unserved} von {found.houses} Adressen haben keine Tour.")
    problems += [
        f"{count} Adressen haben keine Abfuhr für {names[pk]}." for pk, count in found.without.items()
    ]
    problems += [
        f"{count} Adressen haben für {names[pk]} zwei Touren." for pk, count in found.doubled.items()
    ]
    if found.too_long:
        problems.append(f"{len(found.too_long)} Abstände sind länger, als der Rhythmus erlaubt.")
    return ShownSoundness(
        problems,
        _gap_rows(found.longest, names),
        _gap_rows(found.too_long[:GAPS_SHOWN], names),
        max(len(found.too_long) - GAPS_SHOWN, 0),
    )


def fraction_names() -> dict[int, str]:
    return dict(Fraction.objects.values_list("pk", "name"))


def _gap_rows(gaps: Iterable[Gap], names: dict[int, str]) -> list[GapRow]:
    return [
        GapRow(
            names[gap.fraction_id],
            gap.days,
            gap.tour,
            f"{gap.start:%d.%m.%Y} bis {gap.end:%d.%m.%Y}",
            f"höchstens {gap.allowed}" if gap.allowed else "einzelne Tage",
            gap.too_long,
        )
        for gap in gaps
    ]


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
