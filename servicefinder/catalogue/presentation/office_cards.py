"""Cards of offices, written with the publication of the office: only the hours of the moment are added."""

from datetime import date, datetime
from typing import Any

from django.template import loader
from django.utils.safestring import mark_safe
from django.utils.translation import override

from ..domain.opening_hours import LOCAL_TIME
from ..domain.page_reading import FoundOffice
from ..enums import Weekday
from .hours import coming_exceptions, opening_now, week_rows
from .languages import reads_as
from .offices import office_card, office_values

HOURS_MARK = "<!-- hours -->"


def card_of(office: FoundOffice, now: datetime) -> dict[str, Any]:
    """`name`, `now` and the whole card as `html`, made from what is written where that holds."""
    document, written = office.document, office.written
    if written is None or not reads_as(document["language"]):
        values = office_card(document, now)
        return {"name": values["name"], "now": values["now"], "html": mark_safe(_card(values))}
    opening = opening_now(document, now)
    before, after = written["card"].split(HOURS_MARK)
    parts = (
        before,
        _rendered("now", **opening),
        written[str(now.astimezone(LOCAL_TIME).weekday())],
        written["exceptions"],
        after,
    )
    return {"name": document["title"], "now": opening["now"], "html": mark_safe("".join(parts))}


def written_card(document: dict[str, Any], today: date) -> dict[str, str]:
    """`card` around its hours, `exceptions`, and the week for each weekday that is today ("0" to "6")."""
    with override(document["language"]):
        card = _card({**office_values(document), "hours": mark_safe(HOURS_MARK)})
        weeks = {str(day.value): _rendered("week", rows=week_rows(document, day)) for day in Weekday}
        exceptions = _rendered("exceptions", exceptions=coming_exceptions(document, today))
    return {"card": card, "exceptions": exceptions, **weeks}


def _card(values: dict[str, Any]) -> str:
    return str(loader.get_template("components/office_card/office_card.html").render(values))


def _rendered(part: str, **values: Any) -> str:
    """A part of the component hours."""
    return str(loader.get_template(f"components/hours/{part}.html").render(values))
