"""Whether a service can be used at the moment: a restriction ends by itself at its time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..enums import LiveStatus


@dataclass(frozen=True)
class Status:
    """`until` is set while a restriction with an end holds."""

    status: LiveStatus
    reason: str = ""
    until: datetime | None = None


def status_at(document: dict[str, Any], now: datetime) -> Status:
    """The status in a service's document as it holds at `now`."""
    entry = document["live_status"]
    until = datetime.fromisoformat(entry["until"]) if entry["until"] else None
    status = LiveStatus(entry["status"])
    if status == LiveStatus.NORMAL or (until and until <= now):
        return Status(LiveStatus.NORMAL)
    return Status(status, entry["reason"], until)
