"""Whether something can be done online now."""

from typing import Any

from ..enums import OnlineServiceKind, OnlineStatus


def is_online(service: dict[str, Any]) -> bool:
    """Whether an entry of `online_services` can be used now: neither announced nor on paper.

    One of our own is only while it leads somewhere: a form may have been taken back.
    """
    if service["status"] != OnlineStatus.ONLINE:
        return False
    is_ours = service["kind"] == OnlineServiceKind.INTERNAL
    return bool(service["url"]) if is_ours else bool(service["kind"] == OnlineServiceKind.EXTERNAL)
