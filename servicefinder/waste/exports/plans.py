"""A plan as the tables that can be read in again."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO

from search.editorial.domain.csv_rows import BYTE_ORDER_MARK, harmless
from servicefinder.addresses.enums import Parity

from ..domain.planning import tours_of_plan
from ..enums import RhythmKind
from ..imports import ranges, tours
from ..models import Plan, Rhythm, TourRange

KIND_WORDS = {kind: word for word, kind in tours.KINDS.items()}


def tours_table(plan: Plan) -> str:
    rows = (
        _rhythm(tour.code, tour.name, rhythm)
        for tour in tours_of_plan(plan).prefetch_related("rhythms__fraction")
        for rhythm in tour.rhythms.all()
    )
    return _table((*tours.NEEDED, *tours.OPTIONAL), rows)


def ranges_table(plan: Plan) -> str:
    rows = TourRange.objects.filter(tour__plan=plan).select_related("street", "tour")
    order = ("street__sort_key", "first_number", "first_suffix", "parity")
    return _table((*ranges.NEEDED, *ranges.OPTIONAL), map(_range, rows.order_by(*order)))


def _rhythm(code: str, name: str, rhythm: Rhythm) -> tuple[str, ...]:
    weeks, monthly = rhythm.kind == RhythmKind.WEEKS, rhythm.kind == RhythmKind.MONTHLY
    return (
        code,
        name,
        rhythm.fraction.name,
        KIND_WORDS[RhythmKind(rhythm.kind)],
        str(rhythm.interval) if weeks else "",
        _day(rhythm.anchor) if rhythm.anchor and (weeks or monthly) else "",
        (tours.LAST if rhythm.nth == -1 else str(rhythm.nth)) if monthly else "",
        _day(rhythm.valid_from),
        _day(rhythm.valid_until),
        " ".join(_day(each.day) for each in rhythm.dates.all()),
    )


def _range(row: TourRange) -> tuple[str, ...]:
    return (
        row.street.name,
        row.tour.code,
        f"{row.first_number}{row.first_suffix}",
        f"{row.last_number}{row.last_suffix}" if row.last_number is not None else "",
        Parity(row.parity).label,
        row.street.municipality,
    )


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _table(headings: Iterable[str], rows: Iterator[tuple[str, ...]]) -> str:
    """Semicolons, as German spreadsheets expect them; nothing in it is a formula."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(headings)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()
