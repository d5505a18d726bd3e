"""Dates and times as people say them: "19:30 bis 21 Uhr"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from home.models import EventDate, EventPage


def time_text(start: datetime, end: datetime | None, all_day: bool) -> str:
    """From when to when, without the day it begins; with the day it ends if that is another one."""
    begins = timezone.localtime(start)
    ends = timezone.localtime(end) if end else None
    if all_day:
        if ends and ends.date() > begins.date():
            return gettext("bis %(day)s") % {"day": date_format(ends, "j. F")}
        return gettext("ganztägig")
    if ends is None or ends == begins:
        return gettext("%(start)s Uhr") % {"start": _clock(begins)}
    if ends.date() > begins.date() and (ends - begins).days >= 1:
        return gettext("%(start)s Uhr, bis %(day)s") % {
            "start": _clock(begins),
            "day": date_format(ends, "j. F"),
        }
    return gettext("%(start)s bis %(end)s Uhr") % {"start": _clock(begins), "end": _clock(ends)}


def _clock(moment: datetime) -> str:
    """`19:30`, but `21` on the hour."""
    return f"{moment:%-H:%M}" if moment.minute else f"{moment:%-H}"


@dataclass(frozen=True)
class DateLine:
    """One date written out: `day` for `<time>`, `text` in words."""

    day: date
    text: str


def date_lines(dates: Iterable[EventDate]) -> list[DateLine]:
    """`Mittwoch, 6. Januar 2027, 19:30 bis 21 Uhr` for each date."""
    return [_line(one) for one in dates]


def _line(one: EventDate) -> DateLine:
    day = timezone.localtime(one.start).date()
    return DateLine(day, f"{day_text(day)}, {time_text(one.start, one.end, one.all_day)}")


def day_text(day: date) -> str:
    """`heute, Mittwoch, 6. Januar 2027`; "heute" and "morgen" where it is so."""
    written = date_format(day, "l, j. F Y")
    distance = (day - timezone.localdate()).days
    if distance in (0, 1):
        return f"{gettext('heute') if distance == 0 else gettext('morgen')}, {written}"
    return str(written)


def event_facts(page: EventPage) -> list[dict[str, str]]:
    """Where and how, as the component `fact_list` takes it; what is unknown is left out."""
    facts = [
        {"label": gettext("Ort"), "value": page.place_name},
        {"label": gettext("Anschrift"), "value": page.address, "url": page.map_link},
        {"label": gettext("Zugang"), "value": page.access},
        {"label": gettext("Veranstaltet von"), "value": page.organiser},
        {"label": gettext("Kontakt"), "value": page.contact},
        {"label": gettext("Eintritt"), "value": page.price},
    ]
    if page.ticket_url:
        label = gettext("Anmeldung oder Karten")
        facts.append({"label": label, "value": page.ticket_url, "url": page.ticket_url})
    return [fact for fact in facts if fact["value"]]
