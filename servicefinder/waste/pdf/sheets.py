"""The data of a year's sheet."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.conf import settings

from pdf.rendering import render

from ..domain.schedules import Pickup
from ..models import Fraction
from ..presentation.days import short_day
from ..wording import texts_in
from . import SHEET


def year_sheet(rows: Sequence[Pickup], tours: Sequence[str], year: int) -> bytes:
    """One A4 page, PDF/UA; `rows` in order of their days. Raises PdfProblem."""
    legend = [
        {"short": short, "name": name, "colour": colour}
        for short, name, colour in _shorts({row.fraction_id for row in rows})
    ]
    shorts = {each["name"]: each["short"] for each in legend}
    data = {
        "title": f"Abfuhrkalender {year}: {', '.join(tours)}",
        "authority": f"Stadt {settings.SITE_NAME}",
        "note": "Tonnen bitte bis 6 Uhr an die Straße stellen. * verschoben",
        "legend": legend,
        "months": [_month(number, rows, shorts, year) for number in range(1, 13)],
    }
    return render(SHEET, data)


def _month(number: int, rows: Sequence[Pickup], shorts: dict[str, str], year: int) -> dict[str, Any]:
    texts = texts_in("de")
    of_month = [row for row in rows if not row.cancelled and (row.day.year, row.day.month) == (year, number)]
    return {
        "name": texts.months[number - 1],
        "rows": [
            {
                "day": short_day(day, texts),
                "picks": " ".join(shorts[row.fraction] for row in found),
                "moved": "*" if any(row.shifted_from for row in found) else "",
            }
            for day, group in groupby(of_month, key=lambda row: row.day)
            if (found := list(group))
        ],
    }


def _shorts(fractions: set[int]) -> list[tuple[str, str, str]]:
    """As few first letters as tell the fractions apart."""
    rows = [row for row in Fraction.objects.values_list("pk", "name", "colour") if row[0] in fractions]
    names = [name for _, name, _ in rows]
    found = []
    for _, name, colour in rows:
        length = next(
            (n for n in range(1, len(name)) if sum(o.startswith(name[:n]) for o in names) == 1), len(name)
        )
        found.append((name[:length], name, colour))
    return found
