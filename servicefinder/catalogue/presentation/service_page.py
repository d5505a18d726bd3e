"""Everything on the page of a service, made from its document and those of its offices."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from ..domain.live_status import status_at
from .service_box import box
from .service_sections import Shown, contents, sections
from .status import banner


def service_parts(
    document: dict[str, Any],
    cards: Sequence[dict[str, Any]],
    now: datetime,
    written: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Values of `catalogue/service/page.html` for the moment `now`. No query.

    `written` holds the sections that were rendered with the publication; without it all are rendered here.
    """
    today = timezone.localdate(now)
    found = sections(Shown(document, today, cards), written)
    return {
        "service": document,
        "banner": banner(status_at(document, now)),
        "box": box(document, cards, now, written),
        "contents": contents(found, written),
        "sections": [html for _, html in found],
    }
