"""The box of a service's page: what to press, and facts. Written with the publication but for the place.

Where to go names an office and whether it is open, which is another thing at every moment.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.template import loader
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from ..domain.live_status import status_at
from ..enums import LiveStatus
from .facts import lasting_facts, place_fact
from .online import action_of

PLACE_MARK = "<!-- place -->"

Document = dict[str, Any]


def box(
    document: Document, cards: Sequence[dict[str, Any]], now: datetime, written: dict[str, str] | None
) -> SafeString:
    """The component action_box; `cards` are those of the service's offices."""
    html = written["box"] if written is not None else _box(document, now)
    place = _rendered("fact", {"fact": place_fact(document, cards)})
    return mark_safe(html.replace(PLACE_MARK, place, 1))


def written_box(document: Document) -> str:
    """The box with a mark where the place goes, as it is until the row of the read model `changes_at`."""
    return _box(document, timezone.now())


def _box(document: Document, now: datetime) -> str:
    closed = status_at(document, now).status == LiveStatus.CLOSED
    facts = lasting_facts(document, timezone.localdate(now))
    values = {**action_of(document, closed), "facts": facts, "place": mark_safe(PLACE_MARK)}
    return _rendered("action_box", values)


def _rendered(part: str, values: dict[str, Any]) -> str:
    return str(loader.get_template(f"components/action_box/{part}.html").render(values))
