"""Expressions: one JSON tree for conditions, calculated values and prices. No other place evaluates them.

A tree is `{"field": name}`, `{"value": literal}` with `literal` a string, a boolean or
`{"number": "1.50"}` or `{"date": "2026-01-31"}`, or `{"op": name, "args": [trees]}` with

    and or not · eq ne lt le gt ge · in (a value, then the ones allowed) · contains (a list, a value) · empty
    add sub mul div (exact decimals) · round (value, places) · count (a list) · age (a birthday, in years)
    today

An answer that was not given is None: equal to nothing but "empty", and what is reckoned with it is None.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, DecimalException, localcontext
from typing import Any

from django.utils import timezone

DEPTH_LIMIT = 20
PRECISION = 28


class ExpressionProblem(ValueError):
    """The tree is not an expression; `str()` is a German sentence for the editor."""


Evaluated = Any


def evaluate(tree: Any, answers: Mapping[str, Evaluated]) -> Evaluated:
    """The value of `tree`, with the values of fields by name. Raises ExpressionProblem.

    Values that do not fit (a word compared with a number, a division by zero) give None.
    """
    with localcontext(prec=PRECISION):
        return _evaluate(tree, answers, 0)


def holds(tree: Any, answers: Mapping[str, Evaluated]) -> bool:
    """Whether a condition is fulfilled; no condition always is."""
    return tree is None or evaluate(tree, answers) is True


def fields_of(tree: Any) -> Iterator[str]:
    """Names of the fields that `tree` looks at."""
    if isinstance(tree, dict):
        if isinstance(tree.get("field"), str):
            yield tree["field"]
        for each in tree.get("args", ()):
            yield from fields_of(each)


def numbers_in(tree: Any) -> Iterator[Decimal]:
    """Numbers that `tree` compares or reckons with."""
    if isinstance(tree, dict):
        if isinstance(tree.get("value"), dict) and "number" in tree["value"]:
            yield _literal(tree["value"])
        for each in tree.get("args", ()):
            yield from numbers_in(each)


def check(tree: Any, depth: int = 0) -> None:
    """Raises ExpressionProblem unless `tree` can be evaluated whatever the answers are."""
    if depth > DEPTH_LIMIT:
        raise ExpressionProblem("Die Bedingung ist zu tief verschachtelt.")
    if not isinstance(tree, dict) or set(tree) not in ({"field"}, {"value"}, {"op", "args"}):
        raise ExpressionProblem("Eine Bedingung besteht aus Feldern, Werten und Verknüpfungen.")
    if "field" in tree:
        if not isinstance(tree["field"], str):
            raise ExpressionProblem("Ein Feld wird mit seinem Namen genannt.")
    elif "value" in tree:
        _literal(tree["value"])
    else:
        _check_operation(tree, depth)


def _check_operation(tree: dict[str, Any], depth: int) -> None:
    known = OPERATIONS.get(tree["op"]) if isinstance(tree["op"], str) else None
    if known is None:
        raise ExpressionProblem(f"Die Verknüpfung „{tree['op']}“ gibt es nicht.")
    least, most, _ = known
    if not isinstance(tree["args"], list) or not least <= len(tree["args"]) <= most:
        raise ExpressionProblem(f"„{tree['op']}“ hat die falsche Zahl von Teilen.")
    for each in tree["args"]:
        check(each, depth + 1)


def _evaluate(tree: Any, answers: Mapping[str, Evaluated], depth: int) -> Evaluated:
    if depth == 0:
        check(tree)
    if "field" in tree:
        return answers.get(tree["field"])
    if "value" in tree:
        return _literal(tree["value"])
    _, _, operation = OPERATIONS[tree["op"]]
    try:
        return operation([_evaluate(each, answers, depth + 1) for each in tree["args"]])
    except (TypeError, DecimalException, ValueError):
        return None


def _literal(value: Any) -> Evaluated:
    if isinstance(value, str | bool):
        return value
    try:
        if isinstance(value, dict) and set(value) == {"number"}:
            number = Decimal(value["number"])
            if number.is_finite():
                return number
        if isinstance(value, dict) and set(value) == {"date"}:
            return date.fromisoformat(value["date"])
    except (DecimalException, ValueError, TypeError) as error:
        raise ExpressionProblem("Ein Wert ist keine Zahl oder kein Datum.") from error
    raise ExpressionProblem("Ein Wert ist ein Text, ja oder nein, eine Zahl oder ein Datum.")


def _is_empty(value: Evaluated) -> bool:
    return value is None or value in ("", [])


def _compare(test: Callable[[Any, Any], bool]) -> Callable[[list[Any]], bool]:
    def compared(args: list[Any]) -> bool:
        one, other = args
        return type(one) is type(other) and one is not None and test(one, other)

    return compared


def _reckon(step: Callable[[Decimal, Decimal], Decimal]) -> Callable[[list[Any]], Decimal | None]:
    def reckoned(args: list[Any]) -> Decimal | None:
        if not all(isinstance(each, Decimal) for each in args):
            return None
        total: Decimal = args[0]
        for each in args[1:]:
            total = step(total, each)
        return total

    return reckoned


def _round(args: list[Any]) -> Decimal | None:
    value, places = args
    if not isinstance(value, Decimal) or not isinstance(places, Decimal):
        return None
    return value.quantize(Decimal(1).scaleb(-int(places)), rounding=ROUND_HALF_UP)


def _age(args: list[Any]) -> Decimal | None:
    (born,) = args
    if not isinstance(born, date):
        return None
    today = timezone.localdate()
    return Decimal(today.year - born.year - ((today.month, today.day) < (born.month, born.day)))


MANY = 50
# By name: least and most number of parts, and what is done with their values.
OPERATIONS: dict[str, tuple[int, int, Callable[[list[Any]], Evaluated]]] = {
    "and": (1, MANY, lambda args: all(each is True for each in args)),
    "or": (1, MANY, lambda args: any(each is True for each in args)),
    "not": (1, 1, lambda args: args[0] is not True),
    "eq": (2, 2, _compare(lambda one, other: one == other)),
    "ne": (2, 2, lambda args: not _compare(lambda one, other: one == other)(args)),
    "lt": (2, 2, _compare(lambda one, other: one < other)),
    "le": (2, 2, _compare(lambda one, other: one <= other)),
    "gt": (2, 2, _compare(lambda one, other: one > other)),
    "ge": (2, 2, _compare(lambda one, other: one >= other)),
    "in": (2, MANY, lambda args: args[0] is not None and args[0] in args[1:]),
    "contains": (2, 2, lambda args: isinstance(args[0], list) and args[1] in args[0]),
    "empty": (1, 1, lambda args: _is_empty(args[0])),
    "add": (2, MANY, _reckon(lambda one, other: one + other)),
    "sub": (2, 2, _reckon(lambda one, other: one - other)),
    "mul": (2, MANY, _reckon(lambda one, other: one * other)),
    "div": (2, 2, _reckon(lambda one, other: one / other)),
    "round": (2, 2, _round),
    "count": (1, 1, lambda args: Decimal(len(args[0])) if isinstance(args[0], list) else None),
    "age": (1, 1, _age),
    "today": (0, 0, lambda args: timezone.localdate()),
}
