"""Conditions that no answers can fulfil, as far as this can be told by looking at them."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from .definitions import FieldDef
from .expressions import OPERATIONS

TRUTHS = {"and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "in", "contains", "empty"}
ARITHMETIC = set(OPERATIONS) - TRUTHS


def never_holds(tree: Any, fields: dict[str, FieldDef]) -> bool:
    """Whether no answers to `fields` fulfil the condition; where that is not sure, False."""
    if "op" not in tree:
        return not ("field" in tree and _kind_name(tree, fields) in ("yesno", "consent")) and tree != {
            "value": True
        }
    op, args = tree["op"], tree["args"]
    if op == "and":
        return any(never_holds(each, fields) for each in args) or _contradicts(args)
    if op == "or":
        return all(never_holds(each, fields) for each in args)
    if op in ("eq", "in", "contains"):
        return not any(_is_possible(args[0], each, fields, many=op == "contains") for each in args[1:])
    return op in ARITHMETIC


def _contradicts(args: list[Any]) -> bool:
    """Whether one field has to be two different things at once."""
    wanted: dict[str, Any] = {}
    for each in args:
        if each.get("op") == "eq" and "field" in each["args"][0] and "value" in each["args"][1]:
            name, value = each["args"][0]["field"], each["args"][1]["value"]
            if wanted.setdefault(name, value) != value:
                return True
    return False


def _kind_name(tree: Any, fields: dict[str, FieldDef]) -> str:
    field = fields.get(tree.get("field", ""))
    return field.kind if field else ""


def _is_possible(one: Any, other: Any, fields: dict[str, FieldDef], many: bool) -> bool:
    """Whether the field `one` can have the value `other`; what is no such comparison counts as possible."""
    if "field" not in one or "value" not in other:
        return True
    field, value = fields[one["field"]], other["value"]
    if field.kind in ("choice", "choices"):
        return many == (field.kind == "choices") and value in _values(field)
    if field.kind in ("yesno", "consent"):
        return isinstance(value, bool) and not many
    if field.kind in ("number", "money", "calculated"):
        return isinstance(value, dict) and "number" in value and not many and _within(field, value["number"])
    if field.kind == "date":
        return isinstance(value, dict) and "date" in value and not many
    return isinstance(value, str) and not many


def _values(field: FieldDef) -> Collection[str | None]:
    choices = field.options.get("choices", ())
    return [each.get("value") for each in choices if isinstance(each, dict)]


def _within(field: FieldDef, number: str) -> bool:
    try:
        least, most = (field.options.get(each) for each in ("min", "max"))
        value = Decimal(number)
        return (least is None or Decimal(least) <= value) and (most is None or value <= Decimal(most))
    except (ArithmeticError, TypeError, ValueError):
        return True
