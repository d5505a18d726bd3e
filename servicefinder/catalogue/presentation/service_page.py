"""Everything on the page of a service, made from its document and those of its offices."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.safestring import mark_safe

from ..domain.documents.services import FORMATTED_TEXTS
from ..domain.durations import duration_text, length_text
from ..domain.live_status import status_at
from ..enums import DocumentForm, LiveStatus
from ..registries import measured_durations
from .contacts import contact_cards
from .days import day_text
from .facts import ALWAYS, capitalized, facts
from .fees import fee_table
from .online import action_of, other_ways
from .status import banner

ENOUGH_CASES = 20  # Fewer say more about the cases than about the service.


def service_parts(document: dict[str, Any], cards: Sequence[dict[str, Any]], now: datetime) -> dict[str, Any]:
    """Values of `catalogue/service/page.html` for the moment `now`. No query."""
    today = timezone.localdate(now)
    status = status_at(document, now)
    parts = {
        "service": document,
        "texts": {name: mark_safe(document[name]) for name in FORMATTED_TEXTS},
        "banner": banner(status),
        "box": action_of(document, status.status == LiveStatus.CLOSED),
        "facts": facts(document, cards, today),
        "documents": [_document(entry) for entry in document["documents"]],
        "fees": fee_table(document["fees"], today),
        "deadlines": [_deadline(entry) for entry in document["deadlines"]],
        "processing": _processing(document["processing"]),
        "measured": _measured(UUID(document["id"])),
        "steps": [{"title": step["title"], "text": mark_safe(step["text"])} for step in document["steps"]],
        "other_ways": other_ways(document),
        "offices": cards,
        "contacts": contact_cards(document["contacts"]),
        "approved_on": _day(document["approved_on"]),
    }
    headings = _headings(parts)
    contents = [{"id": key, "title": title} for key, title in headings.items()]
    return {**parts, "headings": headings, "contents": contents}


def _headings(parts: dict[str, Any]) -> dict[str, str]:
    """Headings of the parts that there are, in the order of the page, by the id of the part."""
    texts, service = parts["texts"], parts["service"]
    found = (
        ("worum", "Worum geht es?", texts["body"]),
        ("zielgruppe", "Für wen ist das?", texts["for_whom"] or texts["requirements"]),
        ("unterlagen", "Was brauche ich?", parts["documents"] or texts["documents_note"]),
        ("kosten", "Was kostet es?", service["fees"] or texts["fees_note"]),
        ("fristen", "Welche Fristen gelten?", parts["deadlines"] or texts["deadlines_note"]),
        (
            "dauer",
            "Wie lange dauert es?",
            parts["processing"] or texts["processing_note"] or parts["measured"],
        ),
        ("ablauf", "Wie läuft es ab?", parts["steps"] or texts["procedure_note"]),
        ("online", "Welche Wege gibt es noch?", parts["other_ways"]),
        ("orte", "Wohin wende ich mich?", parts["offices"] or parts["contacts"] or service["department"]),
        ("hinweise", "Was sollte ich noch wissen?", texts["hints"] or texts["further_information"]),
        ("widerspruch", "Was, wenn ich nicht einverstanden bin?", texts["legal_remedy"]),
        ("recht", "Wo steht das im Gesetz?", service["legal_bases"]),
        ("passend", "Was passt dazu?", service["related"] or service["life_situations"]),
    )
    return {key: title for key, title, there in found if there}


def _document(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry of the component checklist."""
    when = entry["needed_when"]
    file = entry["template"]
    return {
        "title": capitalized(entry["name"]),
        "form": str(DocumentForm(entry["form"]).label) if entry["form"] else "",
        "condition": "immer nötig" if when.casefold() == ALWAYS else when,
        "note": capitalized(entry["note"]),
        "url": file["url"] if file else entry["template_url"],
        "link_text": _file_text(file) if file else f"Vorlage: {entry['name']}",
    }


def _file_text(file: dict[str, Any]) -> str:
    """`Vollmacht (PDF, 120 KB)`."""
    kilobytes = max(1, round((file["size"] or 0) / 1024))
    return f"{file['title']} ({file['type']}, {kilobytes} KB)"


def _deadline(entry: dict[str, Any]) -> dict[str, str]:
    """An entry of the component fact_list."""
    day = _day(entry["date"])
    length = length_text(entry["length"], entry["unit"]) or (day_text(day) if day else "")
    return {"label": entry["label"], "value": entry["text"] or length}


def _processing(processing: dict[str, Any] | None) -> list[str]:
    """Sentences on the typical time."""
    if processing is None:
        return []
    typical = duration_text(processing["min"], processing["max"], processing["unit"])
    return [text for text in (f"In der Regel {typical}." if typical else "", processing["text"]) if text]


def _measured(service_id: UUID) -> str:
    """How long our own cases took lately; empty where there are too few."""
    for source in measured_durations:
        found = source.duration_of(service_id)
        if found and found.count >= ENOUGH_CASES:
            half, most = round(found.median_days), round(found.percentile_90_days)
            return (
                f"Zuletzt gemessen: Die Hälfte von {found.count} Anträgen war nach {half} Tagen fertig,"
                f" neun von zehn nach {most} Tagen."
            )
    return ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
