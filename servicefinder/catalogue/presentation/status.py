"""The live status in words, for the page and for lists."""

from datetime import date
from typing import Any

from ..domain.live_status import Status
from ..domain.opening_hours import LOCAL_TIME
from ..enums import LiveStatus

TITLES = {
    LiveStatus.RESTRICTED: "Zurzeit nur eingeschränkt möglich",
    LiveStatus.CLOSED: "Zurzeit nicht möglich",
}
TONES = {LiveStatus.RESTRICTED: "warning", LiveStatus.CLOSED: "danger"}


def banner(status: Status) -> dict[str, Any] | None:
    """Values of the component status_banner; None while nothing is wrong."""
    if status.status == LiveStatus.NORMAL:
        return None
    until: date | None = status.until.astimezone(LOCAL_TIME).date() if status.until else None
    return {
        "severity": TONES[status.status],
        "title": TITLES[status.status],
        "text": status.reason,
        "until": until,
    }


def status_badge(status: LiveStatus) -> dict[str, str] | None:
    """A badge for a row of a list; None while nothing is wrong."""
    if status == LiveStatus.NORMAL:
        return None
    return {"label": TITLES[status], "tone": TONES[status]}
