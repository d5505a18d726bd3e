"""Names for steps, fields and answers that editors left without."""

from collections.abc import Iterable, Mapping
from typing import Any

from .names import name_from

Raw = list[dict[str, Any]]


def with_names(steps: Raw) -> Raw:
    """The same steps, with names for steps, fields and answers that have none yet."""
    step_names = _given(each["value"] for each in steps)
    field_names = _given(field["value"] for each in steps for field in each["value"]["fields"])
    for each in steps:
        _name(each["value"], each["value"]["title"], step_names, "schritt")
        for field in each["value"]["fields"]:
            _name(field["value"], field["value"]["label"], field_names, "feld")
            inner = field["value"].get("fields") or []
            inner_names = _given(question["value"] for question in inner)
            for question in inner:
                _name(question["value"], question["value"]["label"], inner_names, "feld")
            for asked in (field, *inner):
                _name_answers(asked["value"].get("choices") or [])
    return steps


def _given(values: Iterable[dict[str, Any]]) -> set[str]:
    return {value["name"] for value in values if value.get("name")}


def _name(value: dict[str, Any], text: str, taken: set[str], fallback: str) -> None:
    if not value.get("name"):
        value["name"] = name_from(text, taken, fallback)
        taken.add(value["name"])


def _name_answers(choices: Raw) -> None:
    rows = [item_value(each) for each in choices]
    taken = {row["value"] for row in rows if row.get("value")}
    for row in rows:
        if not row.get("value"):
            row["value"] = name_from(row["label"], taken, "antwort")
            taken.add(row["value"])


def item_value(each: Mapping[str, Any]) -> Any:
    """The value of an item of a list, which has an id around it once it was saved."""
    return each["value"] if each.get("type") == "item" else each
