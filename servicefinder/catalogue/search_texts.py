"""What a page says, as lines of plain sentences: the search shows one of them under a result."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext, override

from .domain.documents.references import Document
from .domain.documents.services import FORMATTED_TEXTS
from .domain.texts import plain

# How to object is the same everywhere and would be found for every word of law.
SERVICE_TEXTS = tuple(name for name in FORMATTED_TEXTS if name != "legal_remedy")
_NEXT_ENTRY = re.compile(r"(?i)</li>\s*<li[^>]*>")
# Edges of blocks in formatted text: what stands behind them is another sentence.
_BLOCK_EDGE = re.compile(r"(?i)</?(?:p|h[1-6]|ul|ol|li|td|th|tr|blockquote)(?:\s[^>]*)?>|<br\s*/?>")


def service_text(document: Document) -> str:
    """All words of a service that its page shows, without markup."""
    with override(document["language"]):
        return _lines(
            [
                document["summary"],
                *(lines_of(document[name]) for name in SERVICE_TEXTS),
                _listed(
                    gettext("Unterlagen"), (_with_note(row, "name", "note") for row in document["documents"])
                ),
                _listed(
                    gettext("Gebühren"), (_with_note(row, "label", "condition") for row in document["fees"])
                ),
                *(_titled(step["title"], lines_of(step["text"])) for step in document["steps"]),
                *(_titled(row["label"], row["text"]) for row in document["deadlines"]),
                *(_titled(row["label"], row["text"]) for row in document["online_services"]),
            ]
        )


def office_text(document: Document) -> str:
    """Where it is, how to get there, and what it is for."""
    town = f"{document['postal_code']} {document['city']}".strip()
    place = ", ".join(part for part in (document["address"], town) if part)
    return _lines([_closed(place), _closed(document["public_transport"]), lines_of(document["description"])])


def department_text(document: Document) -> str:
    """What it does, who leads it, and who answers questions."""
    with override(document["language"]):
        people = (f"{person['name']} {person['function']}".strip() for person in document["contacts"])
        return _lines(
            [
                lines_of(document["description"]),
                _listed(gettext("Leitung"), [document["leader"]]),
                _listed(gettext("Kontakt"), people),
            ]
        )


def lines_of(html: str) -> str:
    """Formatted text without markup, a line for each paragraph, heading and list; entries parted by `;`."""
    blocks = _BLOCK_EDGE.split(_NEXT_ENTRY.sub("; ", html))
    return _lines(plain(block).replace(".;", ".") for block in blocks)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _with_note(row: dict[str, Any], name: str, note: str) -> str:
    return f"{row[name]} ({row[note].rstrip('.')})" if row[note] else str(row[name])


def _listed(title: str, entries: Iterable[str]) -> str:
    """`Unterlagen: Ausweis, Foto.`; empty without entries."""
    text = ", ".join(entry for entry in entries if entry)
    return _closed(f"{title}: {text}") if text else ""


def _titled(title: str, text: str) -> str:
    return f"{title}: {text}" if title and text else _closed(title or text)


def _closed(text: str) -> str:
    """With a full stop, where it has no end of its own."""
    return text if not text or text.endswith((".", "!", "?", ":")) else f"{text}."
