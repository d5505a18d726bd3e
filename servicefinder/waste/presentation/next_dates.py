"""The next day of each bin, soonest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ..domain.schedules import Pickup
from ..wording import Texts
from .bins import Bin
from .days import distance, long_day, short_day


@dataclass(frozen=True)
class NextDate:
    """`soon`: today or tomorrow; `call`: what to do now, or empty."""

    name: str
    icon: SafeString
    date: date
    day: str
    distance: str
    soon: bool
    call: str
    note: str


def next_dates(rows: Iterable[Pickup], bins: Mapping[int, Bin], today: date, texts: Texts) -> list[NextDate]:
    found: dict[int, Pickup] = {}
    for row in rows:
        if not row.cancelled and row.day >= today:
            found.setdefault(row.fraction_id, row)
    return [_next(row, bins[row.fraction_id], today, texts) for row in found.values()]


def next_list(dates: Iterable[NextDate]) -> SafeString:
    """The list of the address's page, written as HTML at once."""
    return mark_safe("".join(map(_item, dates)))


def _item(each: NextDate) -> str:
    soon = " waste-next--soon" if each.soon else ""
    call = f"<strong>{each.call}</strong>" if each.call else ""
    note = f"<em>{escape(each.note)}</em>" if each.note else ""
    return (
        f'<li class="waste-next__day{soon}">{each.icon}<div><b>{escape(each.name)}</b>'
        f'<span><time datetime="{each.date.isoformat()}">{each.day}</time> – {each.distance}</span>'
        f"{call}{note}</div></li>"
    )


def _next(row: Pickup, drawn: Bin, today: date, texts: Texts) -> NextDate:
    days = (row.day - today).days
    moved = row.shifted_from
    return NextDate(
        name=drawn.name,
        icon=drawn.html,
        date=row.day,
        day=long_day(row.day, texts),
        distance=distance(row.day, today, texts),
        soon=days <= 1,
        call={0: texts.put_out_now, 1: texts.put_out_today}.get(days, ""),
        note=" ".join(
            filter(
                None, (texts.instead_of.format(day=short_day(moved, texts)), row.reason and f"({row.reason})")
            )
        )
        if moved
        else "",
    )
