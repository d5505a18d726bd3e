"""Reckoning as editors write it: `(anzahl - 1) * 6`, `runden(flaeche * 0,5; 2)`.

Names of fields, numbers with a comma, + - * / and brackets, and the functions of FUNCTIONS with parts apart
by semicolons. What cannot be said so is written as the JSON tree itself.
"""

import json
import re
from typing import Any

from ..domain.expressions import ExpressionProblem, check

TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:[.,][0-9]+)?)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[-+*/();]))"
)
FUNCTIONS = {"anzahl": "count", "alter": "age", "runden": "round"}
NAMES_OF_FUNCTIONS = {op: name for name, op in FUNCTIONS.items()}
SIGNS = {"+": "add", "-": "sub", "*": "mul", "/": "div"}
NAMES_OF_SIGNS = {op: sign for sign, op in SIGNS.items()}
WEAK, STRONG = ("+", "-"), ("*", "/")

Tree = dict[str, Any]


def read_formula(text: str) -> Tree | None:
    """The tree of a formula, or of JSON; None of nothing. Raises ExpressionProblem."""
    if not text.strip():
        return None
    tree = _read_json(text) if text.lstrip().startswith("{") else _Reader(text).read()
    check(tree)
    return tree


def _read_json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise ExpressionProblem("Das ist kein gültiges JSON.") from error


def write_formula(tree: Tree | None) -> str:
    """What `read_formula` makes the same tree of."""
    if tree is None:
        return ""
    try:
        text = _write(tree)
        if read_formula(text) == tree:
            return text
    except (ExpressionProblem, KeyError, TypeError):
        pass
    return json.dumps(tree, ensure_ascii=False, sort_keys=True)


def _write(tree: Tree) -> str:
    if "field" in tree:
        return str(tree["field"])
    if "value" in tree:
        return str(tree["value"]["number"]).replace(".", ",")
    parts = [_write(each) for each in tree["args"]]
    if tree["op"] in NAMES_OF_FUNCTIONS:
        return f"{NAMES_OF_FUNCTIONS[tree['op']]}({'; '.join(parts)})"
    sign = NAMES_OF_SIGNS[tree["op"]]
    return f" {sign} ".join(f"({part})" if " " in part else part for part in parts)


class _Reader:
    """Sums of products of values; brackets and functions are values."""

    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        position, text = 0, text.rstrip()
        while position < len(text):
            found = TOKEN.match(text, position)
            if found is None:
                raise ExpressionProblem(f"„{text[position:].strip()[:20]}“ gehört nicht in eine Rechnung.")
            self.tokens.append((str(found.lastgroup), found[str(found.lastgroup)]))
            position = found.end()

    def read(self) -> Tree:
        try:
            tree = self._sum()
        except RecursionError as error:
            raise ExpressionProblem("Die Rechnung ist zu tief verschachtelt.") from error
        if self.tokens:
            raise ExpressionProblem(f"Vor „{self.tokens[0][1]}“ fehlt etwas.")
        return tree

    def _sum(self) -> Tree:
        return self._chain(WEAK, self._product)

    def _product(self) -> Tree:
        return self._chain(STRONG, self._value)

    def _chain(self, signs: tuple[str, ...], part: Any) -> Tree:
        tree = part()
        while self.tokens and self.tokens[0][1] in signs:
            op = SIGNS[self.tokens.pop(0)[1]]
            tree = {"op": op, "args": [tree, part()]}
        return tree

    def _value(self) -> Tree:
        if not self.tokens:
            raise ExpressionProblem("Die Rechnung hört mittendrin auf.")
        group, text = self.tokens.pop(0)
        if group == "number":
            return {"value": {"number": text.replace(",", ".")}}
        if text == "(":
            tree = self._sum()
            self._expect(")")
            return tree
        if group == "name":
            return self._function(text) if self._next_is("(") else {"field": text}
        raise ExpressionProblem(f"„{text}“ steht an der falschen Stelle.")

    def _function(self, name: str) -> Tree:
        if name not in FUNCTIONS:
            raise ExpressionProblem(f"„{name}(…)“ gibt es nicht, nur {', '.join(FUNCTIONS)}.")
        self._expect("(")
        parts = [self._sum()]
        while self._next_is(";"):
            self._expect(";")
            parts.append(self._sum())
        self._expect(")")
        return {"op": FUNCTIONS[name], "args": parts}

    def _next_is(self, sign: str) -> bool:
        return bool(self.tokens) and self.tokens[0] == ("sign", sign)

    def _expect(self, sign: str) -> None:
        if not self._next_is(sign):
            raise ExpressionProblem(f"Es fehlt ein „{sign}“.")
        self.tokens.pop(0)
