"""Conditions call fields and answers by name: a new wording must not break what was chosen by label."""

from collections.abc import Iterator, Mapping
from typing import Any

from .naming import Raw, item_value


def call_by_name(steps: Raw, prices: Raw) -> None:
    """Change the rows of all conditions in place; steps, fields and answers have their names already."""
    fields = {field["value"]["name"]: field["value"] for step in steps for field in step["value"]["fields"]}
    labels = {value["label"].strip(): name for name, value in reversed(fields.items())}
    for row in _rows(steps, prices):
        called = (row.get("field") or "").strip()
        row["field"] = called if called in fields else labels.get(called, called)
        if choices := fields.get(row["field"], {}).get("choices"):
            row["value"] = _answers(row.get("value") or "", [item_value(each) for each in choices])


def _answers(text: str, choices: list[Mapping[str, str]]) -> str:
    """One answer, or several apart by semicolons; what is no label stays."""
    by_label = {each["label"].strip(): each["value"] for each in reversed(choices)}
    known = {each["value"] for each in choices}
    if text.strip() in by_label or ";" not in text:
        return text if text in known else by_label.get(text.strip(), text)
    return ";".join(_answers(each.strip(), choices) for each in text.split(";"))


def _rows(steps: Raw, prices: Raw) -> Iterator[dict[str, Any]]:
    for step in (each["value"] for each in steps):
        owners = [step, *(field["value"] for field in step["fields"])]
        owners += [item_value(stop) for stop in step.get("stops") or ()]
        for owner in owners:
            yield from _rows_of(owner)
    for price in prices:
        yield from _rows_of(price["value"])


def _rows_of(owner: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for each in (owner.get("condition") or {}).get("rows") or ():
        yield item_value(each)
