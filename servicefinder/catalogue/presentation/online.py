"""What can be done online, as one clear action; otherwise an honest word on how it is done today."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ..domain.online_ways import is_online
from ..enums import OnlineServiceKind, OnlineStatus, TrustLevel
from .contacts import with_links

SIGN_IN = {
    TrustLevel.NONE: "Sie brauchen dafür kein Konto und keine Anmeldung.",
    TrustLevel.BASIC: "Sie melden sich mit einem Nutzerkonto an, zum Beispiel mit der BundID.",
    TrustLevel.SUBSTANTIAL: "Sie melden sich mit einem ELSTER-Zertifikat oder etwas Gleichwertigem an.",
    TrustLevel.HIGH: "Sie brauchen Ihren Online-Ausweis mit PIN.",
}
ONLINE_TITLE = "Online erledigen"
TODAY_TITLE = "So geht es heute"
NEVER_MIND = SafeString("")


def action_of(document: dict[str, Any], closed: bool) -> dict[str, Any]:
    """`title`, `action`, `note` and `links` of the component action_box.

    The department's first entry is the main one; further ones that are online follow as links. While
    the service is `closed` nothing is offered to press.
    """
    services = document["online_services"]
    main = services[0] if services else None
    links = [
        {"title": each["label"], "url": each["url"]}
        for each in services[1:]
        if is_usable(each) and not closed
    ]
    if main and is_usable(main) and not closed:
        note = mark_safe(f"<p>{SIGN_IN[TrustLevel(main['trust_level'])]}</p>" + _paragraph(main["text"]))
        return {"title": ONLINE_TITLE, "action": _button(main), "note": note, "links": links}
    return {"title": TODAY_TITLE, "action": None, "note": _by_other_means(document, main), "links": links}


def is_usable(service: dict[str, Any]) -> bool:
    """Whether there is something to press now."""
    return bool(service["url"]) and is_online(service)


def other_ways(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything after the main entry that says more than a link: `title`, `url`, `state`, `text`."""
    return [
        {
            "title": each["label"],
            "url": each["url"] if is_usable(each) else "",
            "state": _state(each),
            "text": with_links(each["text"]),
        }
        for each in document["online_services"][1:]
    ]


def _button(service: dict[str, Any]) -> dict[str, Any]:
    external = service["kind"] == OnlineServiceKind.EXTERNAL and service["url"].startswith("http")
    return {"label": service["label"], "url": service["url"], "external": external}


def _by_other_means(document: dict[str, Any], main: dict[str, Any] | None) -> SafeString:
    if main is None:
        return _ask_the_department(document)
    if main["status"] == OnlineStatus.ANNOUNCED:
        start = format_html("<p>Online ist das in Vorbereitung: „{}“.</p>", main["label"])
    else:
        start = format_html("<p><strong>{}</strong></p>", main["label"])
    return mark_safe(start + (_paragraph(main["text"]) or _ask_the_department(document)))


def _ask_the_department(document: dict[str, Any]) -> SafeString:
    department = document["department"]
    if not department:
        return format_html("<p>{}</p>", "Online geht das noch nicht.")
    name = (
        format_html('<a href="{}">{}</a>', department["url"], department["name"])
        if department["url"]
        else department["name"]
    )
    return format_html("<p>Online geht das noch nicht. Wenden Sie sich an: {}.</p>", name)


def _paragraph(text: str) -> SafeString:
    return format_html("<p>{}</p>", with_links(text)) if text else NEVER_MIND


def _state(service: dict[str, Any]) -> str:
    if is_usable(service):
        return SIGN_IN[TrustLevel(service["trust_level"])]
    return "Online in Vorbereitung." if service["status"] == OnlineStatus.ANNOUNCED else ""
