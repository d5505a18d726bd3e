"""Conditions as editors put them together: all or one of several comparisons, else the JSON tree itself.

A condition of the editor is `{"match": "all" | "any", "rows": [{"field", "comparison", "value"}],
"expression": JSON text}`. Fields may be called by name or label, answers by value or label.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..domain.definitions import FieldDef
from ..domain.expressions import ExpressionProblem, check
from ..kinds.amounts import compact, read_decimal, written
from ..kinds.day_reading import read_day
from ..registries import field_kinds
from .comparisons import COMPARISONS, WITHOUT_VALUE, comparisons_of
from .formulas import Tree

MATCHES = [("all", "alle gelten"), ("any", "mindestens eine gilt")]
NUMBERS = ("number", "money", "calculated")
TRUTHS = ("yesno", "consent")
YES, NO = ("ja", "yes", "true"), ("nein", "no", "false")
TODAY = "heute"

Row = dict[str, str]
Fields = Mapping[str, FieldDef]


class RowProblem(ExpressionProblem):
    """A comparison cannot be read: which one, and in which of its boxes. `missing`: nothing is there yet."""

    def __init__(self, text: str, box: str, *, missing: bool = False, row: int = 0) -> None:
        super().__init__(text)
        self.box, self.missing, self.row = box, missing, row


def read_condition(edited: Mapping[str, Any] | None, fields: Fields) -> Tree | None:
    """The tree; None of no condition. Raises ExpressionProblem."""
    if not edited:
        return None
    text = (edited.get("expression") or "").strip()
    if text:
        return _read_json(text)
    rows = list(_read_rows(edited.get("rows") or (), fields))
    if not rows:
        return None
    if len(rows) == 1:
        return rows[0]
    return {"op": "or" if edited.get("match") == "any" else "and", "args": rows}


def write_condition(tree: Tree | None, fields: Fields) -> dict[str, Any]:
    """What `read_condition` makes the same tree of."""
    edited: dict[str, Any] = {"match": "all", "rows": [], "expression": ""}
    if tree is None:
        return edited
    joined = tree.get("op") in ("and", "or") and len(tree.get("args", ())) > 1
    match = {"match": "any" if tree.get("op") == "or" else "all"}
    try:
        rows = [_write_row(each, fields) for each in (tree["args"] if joined else [tree])]
        by_rows = {**edited, **match, "rows": rows}
        if read_condition(by_rows, fields) == tree:
            return by_rows
    except (ExpressionProblem, KeyError, TypeError, ValueError, IndexError):
        pass
    return {**edited, "expression": json.dumps(tree, ensure_ascii=False, sort_keys=True)}


def _read_json(text: str) -> Tree:
    try:
        tree: Tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExpressionProblem("Das ist kein gültiges JSON.") from error
    check(tree)
    return tree


def _read_rows(rows: Iterable[Row], fields: Fields) -> Iterator[Tree]:
    for number, row in enumerate(rows):
        if not any(row.get(each) for each in ("field", "value")):
            continue
        try:
            yield _read_row(row, fields)
        except RowProblem as problem:
            problem.row = number
            raise


def name_in(row: Row, fields: Fields) -> str:
    """The name of the field that a comparison looks at, known or not."""
    return _name_of(row.get("field") or "", fields)


def _read_row(row: Row, fields: Fields) -> Tree:
    comparison, text = row.get("comparison") or "eq", (row.get("value") or "").strip()
    name = name_in(row, fields)
    if not name:
        raise RowProblem("Bitte das Feld wählen, nach dessen Antwort es geht.", "field", missing=True)
    _check_comparison(comparison, fields.get(name))
    if comparison not in WITHOUT_VALUE and not text:
        label = fields[name].label if name in fields else name
        raise RowProblem(f"Bei der Bedingung zu „{label}“ fehlt der Wert.", "value", missing=True)
    try:
        return _compared(name, comparison, text, fields.get(name))
    except ExpressionProblem as problem:
        raise RowProblem(str(problem), "value") from problem


def _check_comparison(comparison: str, field: FieldDef | None) -> None:
    kind = field_kinds.get(field.kind) if field else None
    if field and kind and comparison not in comparisons_of(field.kind):
        said = dict(COMPARISONS).get(comparison, comparison)
        raise RowProblem(f"„{said}“ geht nicht bei „{field.label}“ ({kind.label}).", "comparison")


def _compared(name: str, comparison: str, text: str, field: FieldDef | None) -> Tree:
    asked: Tree = {"field": name}
    if comparison == "filled":
        return {"op": "not", "args": [{"op": "empty", "args": [asked]}]}
    if comparison == "empty":
        return {"op": "empty", "args": [asked]}
    if comparison == "lacks":
        return {"op": "not", "args": [{"op": "contains", "args": [asked, _value(text, field)]}]}
    if comparison == "in":
        return {"op": "in", "args": [asked, *(_value(each, field) for each in text.split(";"))]}
    reckoned, _, op = comparison.rpartition("_")
    if reckoned:
        return {"op": op, "args": [{"op": reckoned, "args": [asked]}, _number(text)]}
    return {"op": op, "args": [asked, _value(text, field)]}


def _write_row(tree: Tree, fields: Fields) -> Row:
    op, args = tree["op"], tree["args"]
    if op == "not":
        inner = _write_row(args[0], fields)
        return {**inner, "comparison": {"empty": "filled", "contains": "lacks"}[inner["comparison"]]}
    reckoned = f"{args[0]['op']}_" if "op" in args[0] else ""
    name = args[0]["args"][0]["field"] if reckoned else args[0]["field"]
    values = [_written(each, None if reckoned else fields.get(name)) for each in args[1:]]
    return {"field": name, "comparison": f"{reckoned}{op}", "value": ";".join(values)}


def _name_of(text: str, fields: Fields) -> str:
    if text in fields:
        return text
    labelled = [each.name for each in fields.values() if each.label == text.strip()]
    return labelled[0] if labelled else text.strip()


def _value(text: str, field: FieldDef | None) -> Tree:
    text = text.strip()
    kind = field.kind if field else ""
    if kind in NUMBERS:
        return _number(text)
    if kind in TRUTHS:
        if text.lower() not in (*YES, *NO):
            raise ExpressionProblem(f"Statt „{text}“ bitte „ja“ oder „nein“.")
        return {"value": text.lower() in YES}
    if kind == "date":
        return _day(text)
    choices = field.options.get("choices", ()) if field else ()
    by_label = {each["label"]: each["value"] for each in reversed(choices)}
    known = any(each["value"] == text for each in choices)
    if field and choices and not known and text not in by_label:
        raise ExpressionProblem(f"„{text}“ ist keine Antwort von „{field.label}“.")
    return {"value": text if known else by_label.get(text, text)}


def _number(text: str) -> Tree:
    try:
        return {"value": {"number": compact(read_decimal(text, "de"))}}
    except ValueError as error:
        raise ExpressionProblem(f"„{text}“ ist keine Zahl.") from error


def _day(text: str) -> Tree:
    if text.lower() == TODAY:
        return {"op": "today", "args": []}
    try:
        return {"value": {"date": read_day(text).isoformat()}}
    except ValueError as error:
        raise ExpressionProblem(f"„{text}“ ist kein Datum wie 31.12.2026 und nicht „heute“.") from error


def _written(tree: Tree, field: FieldDef | None) -> str:
    if tree.get("op") == "today":
        return TODAY
    value = tree["value"]
    writers: dict[type, Callable[[Any], str]] = {
        bool: lambda truth: "ja" if truth else "nein",
        str: str,
        dict: lambda literal: _written_literal(literal),
    }
    return writers[type(value)](value)


def _written_literal(literal: dict[str, str]) -> str:
    if "date" in literal:
        return literal["date"]
    return written(read_decimal(literal["number"], "en"), "de", grouped=False)
