"""What the template of each section of a service's page takes; None where there is nothing to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ..domain.durations import length_text
from ..enums import DocumentForm
from .contacts import contact_cards
from .days import day_text
from .facts import ALWAYS, capitalized
from .fees import fee_table
from .measured import measured_text
from .online import other_ways
from .processing import processing_sentences

Document = dict[str, Any]
Values = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """What a section is made from: the document, the day, and the offices as cards."""

    document: Document
    today: date
    cards: Sequence[dict[str, Any]] = ()

    def text(self, name: str) -> SafeString:
        return mark_safe(self.document[name])


def worum(shown: Shown) -> Values | None:
    return _known(body=shown.text("body"))


def zielgruppe(shown: Shown) -> Values | None:
    return _known(for_whom=shown.text("for_whom"), requirements=shown.text("requirements"))


def unterlagen(shown: Shown) -> Values | None:
    documents = [_document(entry) for entry in shown.document["documents"]]
    return _known(documents=documents, note=shown.text("documents_note"))


def kosten(shown: Shown) -> Values | None:
    fees, note = shown.document["fees"], shown.text("fees_note")
    return {"fees": fee_table(fees, shown.today), "note": note} if fees or note else None


def fristen(shown: Shown) -> Values | None:
    deadlines = [_deadline(entry) for entry in shown.document["deadlines"]]
    return _known(deadlines=deadlines, note=shown.text("deadlines_note"))


def dauer(shown: Shown) -> Values | None:
    return _known(
        sentences=processing_sentences(shown.document["processing"]),
        measured=measured_text(shown.document["id"]),
        note=shown.text("processing_note"),
    )


def ablauf(shown: Shown) -> Values | None:
    steps = [{"title": step["title"], "text": mark_safe(step["text"])} for step in shown.document["steps"]]
    return _known(steps=steps, note=shown.text("procedure_note"))


def online(shown: Shown) -> Values | None:
    return _known(ways=other_ways(shown.document))


def orte(shown: Shown) -> Values | None:
    return _known(
        offices=shown.cards,
        contacts=contact_cards(shown.document["contacts"]),
        department=shown.document["department"],
    )


def hinweise(shown: Shown) -> Values | None:
    return _known(hints=shown.text("hints"), further_information=shown.text("further_information"))


def widerspruch(shown: Shown) -> Values | None:
    return _known(legal_remedy=shown.text("legal_remedy"))


def recht(shown: Shown) -> Values | None:
    return _known(legal_bases=shown.document["legal_bases"])


def passend(shown: Shown) -> Values | None:
    return _known(
        related=shown.document["related"],
        life_situations=shown.document["life_situations"],
    )


def kolophon(shown: Shown) -> Values:
    document = shown.document
    approved_on = document["approved_on"]
    return {
        "service": document,
        "approved_on": date.fromisoformat(approved_on) if approved_on else None,
        "feedback_url": reverse("feedback", args=[document["slug"]]) if document["slug"] else "",
    }


def _known(**values: Any) -> Values | None:
    return values if any(values.values()) else None


def _document(entry: Document) -> Values:
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


def _file_text(file: Document) -> str:
    """`Vollmacht (PDF, 120 KB)`."""
    kilobytes = max(1, round((file["size"] or 0) / 1024))
    return f"{file['title']} ({file['type']}, {kilobytes} KB)"


def _deadline(entry: Document) -> dict[str, str]:
    """An entry of the component fact_list."""
    day = entry["date"]
    length = length_text(entry["length"], entry["unit"])
    return {
        "label": entry["label"],
        "value": entry["text"] or length or (day_text(date.fromisoformat(day)) if day else ""),
    }
