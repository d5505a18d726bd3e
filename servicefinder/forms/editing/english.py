"""Everything of a form that people read, in the order of the editor, each with its English."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..domain.definitions import TEXTS
from .naming import Raw
from .spelling import plain_html, plain_lines

PLACES = {
    "title": "Titel",
    "text": "Text",
    "label": "Beschriftung",
    "help": "Hilfe",
    "example": "Beispiel",
    "message": "Meldung bei Fehlern",
    "link_label": "Aufschrift des Links",
    "entry": "Ein Eintrag heißt",
    "unit": "Einheit",
}
# What a choice, a stop or a question of a group calls its own texts.
INSIDE = {"choices": "Antwort", "stops": "Hier geht es nicht weiter"}
FORMATTED = ("introduction", "next_steps")
PAGE_TEXTS = {
    "Inhalt": {
        "title": "Titel",
        "teaser": "Kurzbeschreibung",
        "introduction": "Einleitung",
        "needed": "Das brauchen Sie",
    },
    "Datenschutz": {
        "purpose": "Zweck",
        "legal_basis": "Rechtsgrundlage",
        "recipients": "Empfänger",
        "retention": "Speicherdauer",
    },
    "Nach dem Absenden": {
        "next_steps": "So geht es weiter",
        "receipt_text": "Empfangsbestätigung",
        "mail_subject": "Betreff der E-Mail",
        "mail_text": "Text der E-Mail",
    },
}
UNUSED = "Diesen deutschen Text gibt es nicht mehr"


@dataclass(frozen=True)
class Translated:
    """`place` in the editor's words; `formatted`: HTML with paragraphs and links."""

    place: str
    german: str
    english: str
    formatted: bool = False


@dataclass(frozen=True)
class Group:
    heading: str
    texts: tuple[Translated, ...]

    @property
    def done(self) -> int:
        return sum(bool(each.english) for each in self.texts)


def groups_of(page: Mapping[str, Any], steps: Raw, prices: Raw, english: Mapping[str, str]) -> list[Group]:
    """Every German text once, where it is read first; translations of nothing come last.

    `page` holds the page's own texts by the names of PAGE_TEXTS.
    """
    seen: set[str] = set()
    groups = []
    for heading, found in _found(page, steps, prices):
        texts = []
        for place, german, formatted in found:
            if german.strip() and german not in seen:
                seen.add(german)
                texts.append(Translated(place, german, english.get(german, ""), formatted))
        if texts:
            groups.append(Group(heading, tuple(texts)))
    left = {german: text for german, text in english.items() if german not in seen and text}
    if left:
        rows = [Translated(UNUSED, german, text) for german, text in left.items()]
        groups.append(Group("Ohne deutschen Text", tuple(rows)))
    return groups


Found = Iterator[tuple[str, str, bool]]


def _found(page: Mapping[str, Any], steps: Raw, prices: Raw) -> Iterator[tuple[str, Found]]:
    first, *later = PAGE_TEXTS.items()
    yield first[0], _of_page(page, first[1])
    for number, step in enumerate(plain_lines(steps), 1):
        yield f"Schritt {number}: {step['value'].get('title', '')}", _of_step(step["value"])
    yield "Gebühren", (("Wofür", price["value"].get("label", ""), False) for price in prices)
    for heading, names in later:
        yield heading, _of_page(page, names)


def _of_page(page: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    for name, place in names.items():
        text = plain_lines(page.get(name) or "")
        if name in FORMATTED:
            yield place, plain_html(text), True
        else:
            lines = text.splitlines() if name == "needed" else [text]
            yield from ((place, line.strip() if name == "needed" else line, False) for line in lines)


def _of_step(step: Mapping[str, Any]) -> Found:
    for name in ("title", "text"):
        yield PLACES[name], step.get(name) or "", False
    for field in step.get("fields") or ():
        yield from _inside(field["value"], f"„{field['value'].get('label', '')}“")
    for stop in step.get("stops") or ():
        yield from _inside(stop, INSIDE["stops"])


def _inside(value: Any, where: str) -> Found:
    """Texts at any depth of a block's value."""
    if isinstance(value, list):
        for each in value:
            yield from _inside(each, where)
    elif isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, dict | list):
                yield from _inside(each, f"{where}, {INSIDE[name]}" if name in INSIDE else where)
            elif name in TEXTS and isinstance(each, str):
                answer = where.endswith(INSIDE["choices"])
                yield where if answer else f"{where}: {PLACES[name]}", each, False
