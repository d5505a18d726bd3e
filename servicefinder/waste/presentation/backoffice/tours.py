"""Tours of a year in a list, their rhythms in words."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from ...enums import RhythmKind
from ...models import Plan, Rhythm, Tour
from ...wording.german import GERMAN

NTHS = {1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", -1: "letzten"}
DAYS_SHOWN = 4


class RhythmLine(NamedTuple):
    fraction: str
    words: str


@dataclass(frozen=True)
class TourRow:
    tour: Tour
    lines: list[RhythmLine]
    streets: int
    missing: str  # What is left to do, or empty.


def tour_rows(plan: Plan) -> list[TourRow]:
    """Four queries, whatever the number of tours."""
    counted = dict(
        plan.tours.annotate(count=Count("ranges__street", distinct=True)).values_list("pk", "count")
    )
    tours = plan.tours.order_by("code").prefetch_related("rhythms__dates", "rhythms__fraction")
    return [_row(plan, tour, counted[tour.pk]) for tour in tours]


def rhythm_in_words(rhythm: Rhythm, year: int) -> str:
    """`alle 2 Wochen am Dienstag, 1.4. bis 31.10.`"""
    if rhythm.kind == RhythmKind.LISTED:
        days = [f"{each.day.day}.{each.day.month}." for each in rhythm.dates.all()]
        more = f" und {len(days) - DAYS_SHOWN} weitere" if len(days) > DAYS_SHOWN else ""
        return f"einzeln: {', '.join(days[:DAYS_SHOWN])}{more}"
    weekday = GERMAN.weekdays[rhythm.anchor.weekday()] if rhythm.anchor else ""
    if rhythm.kind == RhythmKind.MONTHLY:
        words = f"jeden {NTHS[rhythm.nth or 1]} {weekday} im Monat"
    else:
        often = "jede Woche" if rhythm.interval == 1 else f"alle {rhythm.interval} Wochen"
        words = f"{often} am {weekday}"
    first, last = rhythm.valid_from, rhythm.valid_until
    if first <= date(year, 1, 1) and last >= date(year, 12, 31):
        return words
    return f"{words}, {first.day}.{first.month}. bis {last.day}.{last.month}."


def _row(plan: Plan, tour: Tour, streets: int) -> TourRow:
    rhythms = sorted(tour.rhythms.all(), key=lambda each: (each.fraction.order, each.valid_from))
    lines = [RhythmLine(each.fraction.name, rhythm_in_words(each, plan.year)) for each in rhythms]
    missing = "" if lines else "ohne Abfuhrtage"
    if not streets:
        missing = "ohne Straßen" if lines else "ohne Abfuhrtage und Straßen"
    return TourRow(tour, lines, streets, missing)
