"""Four facts at a glance: what to bring, what it costs, how long it takes, where."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..domain.durations import duration_text
from ..domain.fees import fees_on, price_summary

ALWAYS = "immer"
NAMED_DOCUMENTS = 3


def lasting_facts(document: dict[str, Any], today: date) -> list[dict[str, Any]]:
    """Entries `{label, lines, text}`, the same all day; a fact of which nothing is known is left out."""
    found = (
        ("Das bringen Sie mit", *_documents(document["documents"])),
        ("Das kostet es heute", *_one_line(_price(document["fees"], today))),
        ("So lange dauert es", *_one_line(_time(document["processing"]))),
    )
    return [{"label": label, "lines": lines, "text": text} for label, lines, text in found if lines]


def place_fact(document: dict[str, Any], cards: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The entry on where to go, with whether it is open now: `{label, value, text, momentary}`."""
    value, text = _place(document, cards)
    if not value:
        return None
    return {"label": "Dorthin wenden Sie sich", "value": value, "text": text, "momentary": bool(cards)}


def capitalized(text: str) -> str:
    """What stands alone begins with a capital letter."""
    return text[:1].upper() + text[1:]


def _one_line(fact: tuple[str, str]) -> tuple[list[str], str]:
    value, text = fact
    return [value] if value else [], text


def _documents(documents: Sequence[dict[str, Any]]) -> tuple[list[str], str]:
    """A document each in a line, or how many there are."""
    always = [entry["name"] for entry in documents if entry["needed_when"].casefold() == ALWAYS]
    others = len(documents) - len(always)
    if not documents:
        return [], ""
    if not always:
        return [_counted(others)], "je nach Fall"
    more = f"je nach Fall {others} weitere" if others else ""
    if len(always) > NAMED_DOCUMENTS:
        return [_counted(len(always))], more
    return [capitalized(name) for name in always], more


def _counted(count: int) -> str:
    return "1 Unterlage" if count == 1 else f"{count} Unterlagen"


def _price(fees: Sequence[Any], today: date) -> tuple[str, str]:
    if not fees_on(fees, today):
        return "", ""
    price = price_summary(fees, today)
    return (capitalized(price.amount), price.note) if price else ("Je nach Fall", "")


def _time(processing: dict[str, Any] | None) -> tuple[str, str]:
    if processing is None:
        return "", ""
    typical = duration_text(processing["min"], processing["max"], processing["unit"])
    text = processing["text"]
    if not typical:
        return text, ""
    return capitalized(typical), text


def _place(document: dict[str, Any], cards: Sequence[dict[str, Any]]) -> tuple[str, str]:
    if cards:
        return f"{cards[0]['name']}{_other_places(len(cards) - 1)}", cards[0]["now"]
    department = document["department"]
    return (department["name"], "") if department else ("", "")


def _other_places(count: int) -> str:
    if count == 0:
        return ""
    return " und 1 weiterer Ort" if count == 1 else f" und {count} weitere Orte"
