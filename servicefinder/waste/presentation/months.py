"""The days to come by month, written as HTML at once: a template per row costs more than the row.

All texts are escaped before they come here or where they are put in.
"""

from calendar import Calendar
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ..domain.schedules import Pickup
from ..enums import CollectionState
from ..wording import Texts, texts_in
from .bins import Bin
from .days import long_day, short_day

Month = tuple[int, int]


def month_lists(rows: Iterable[Pickup], bins: Mapping[int, Bin], texts: Texts) -> SafeString:
    """A heading and a list for each month."""
    parts = []
    for month, of_month in groupby(rows, key=_month):
        items = "".join(
            f'<li>{_time(day, texts.lang)}<ul class="pickups">{_pickups(of_day, bins, texts)}</ul></li>'
            for day, of_day in groupby(of_month, key=lambda row: row.day)
        )
        parts.append(f'<section><h3>{_name(month, texts)}</h3><ul class="waste-days">{items}</ul></section>')
    return mark_safe("".join(parts))


def month_tables(rows: Iterable[Pickup], bins: Mapping[int, Bin], texts: Texts) -> SafeString:
    """A table for each month, a row for each week."""
    return mark_safe(
        "".join(
            _table(
                month,
                {day: list(found) for day, found in groupby(of_month, key=lambda row: row.day)},
                bins,
                texts,
            )
            for month, of_month in groupby(rows, key=_month)
        )
    )


def _table(month: Month, days: Mapping[date, list[Pickup]], bins: Mapping[int, Bin], texts: Texts) -> str:
    heads = "".join(
        f'<th scope="col"><abbr title="{long}">{short}</abbr></th>'
        for long, short in zip(texts.weekdays, texts.short_weekdays, strict=True)
    )
    weeks = "".join(
        f"<tr>{''.join(_cell(day, month[1], days.get(day, []), bins, texts) for day in week)}</tr>"
        for week in Calendar().monthdatescalendar(*month)
    )
    caption = texts.calendar_caption.format(month=_name(month, texts))
    return (
        f'<table class="waste-month"><caption>{caption}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{weeks}</tbody></table>"
    )


def _cell(day: date, month: int, rows: list[Pickup], bins: Mapping[int, Bin], texts: Texts) -> str:
    if day.month != month:
        return "<td></td>"
    listed = f'<ul class="pickups">{_pickups(rows, bins, texts)}</ul>' if rows else ""
    return f'<td><time datetime="{day.isoformat()}">{day.day}</time>{listed}</td>'


@lru_cache(maxsize=2048)
def _time(day: date, language: str) -> str:
    return f'<time datetime="{day.isoformat()}">{long_day(day, texts_in(language))}</time>'


def _pickups(rows: Iterable[Pickup], bins: Mapping[int, Bin], texts: Texts) -> str:
    return "".join([_pickup(row, bins[row.fraction_id], texts) for row in rows])


def _pickup(row: Pickup, drawn: Bin, texts: Texts) -> str:
    if row.state == CollectionState.PLANNED:
        return f"<li>{drawn.html}<span>{drawn.label}</span></li>"
    if row.cancelled:
        said = f"<s>{drawn.label}</s> <strong>{texts.cancelled}</strong>{_reason(row)}"
    else:
        moved = texts.instead_of.format(day=short_day(row.planned_on, texts))
        said = f"{drawn.label} <em>{moved}{_reason(row)}</em>"
    return f"<li>{drawn.html}<span>{said}</span></li>"


def _reason(row: Pickup) -> str:
    return f" ({escape(row.reason)})" if row.reason else ""


def _month(row: Pickup) -> Month:
    return row.day.year, row.day.month


def _name(month: Month, texts: Texts) -> str:
    return f"{texts.months[month[1] - 1]} {month[0]}"
