"""What was answered, step by step, with a way to change each part."""

from typing import Any

from ..domain.submitting import shown_answer
from ..domain.walking import Walk
from ..registries import field_kinds
from .addresses import DraftAddresses


def summary_parts(walk: Walk, addresses: DraftAddresses, language: str) -> list[dict[str, Any]]:
    """Of each step that asks something: `{title, url, rows}`; `rows` of {label, value}, empty answers too."""
    found = []
    for asked in walk.steps:
        rows = [
            {"label": field.label, "value": shown_answer(field, walk, language)}
            for field in asked.fields
            if (kind := field_kinds.get(field.kind)) and kind.has_answer
        ]
        if rows:
            url = addresses.step(asked.step.name, change=True)
            found.append({"title": asked.step.title, "url": url, "rows": rows})
    return found
