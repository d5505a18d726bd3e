"""Problems as errors of the very boxes that are to blame, however deep in the steps they lie."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    Block,
    ListBlock,
    ListBlockValidationError,
    StreamBlock,
    StreamBlockValidationError,
    StructBlock,
    StructBlockValidationError,
)

from ..domain.problems import Path, Problem
from .conditions import Fields, name_in
from .naming import item_value

Placed = list[tuple[Path, str]]


def block_error(block: Block, raw: Any, problems: Iterable[Problem], fields: Fields) -> ValidationError:
    """One error of the whole stream; `raw` is its value as JSON, a path begins with its index."""
    placed = [(_to_the_row(each, raw, fields), each.text) for each in problems]
    return _error(block, raw, placed)


def _to_the_row(problem: Problem, raw: Any, fields: Fields) -> Path:
    """Of a condition, the comparison that calls the field in vain."""
    path = problem.path[1:]
    if not problem.field or path[-1:] != ("condition",):
        return path
    rows = [item_value(each) for each in (_at(raw, path) or {}).get("rows") or ()]
    named = [number for number, row in enumerate(rows) if name_in(row, fields) == problem.field]
    return (*path, "rows", named[0], "field") if named else path


def _at(raw: Any, path: Path) -> Any:
    for part in path:
        raw = _child(raw, part)
    return raw


def _child(raw: Any, part: str | int) -> Any:
    if isinstance(part, str):
        return raw.get(part)
    return raw[part]["value"] if set(raw[part]) >= {"type", "value"} else raw[part]


def _error(block: Block, raw: Any, placed: Placed) -> ValidationError:
    own = [text for path, text in placed if not path]
    inside: dict[Any, Placed] = {}
    for path, text in placed:
        if path:
            inside.setdefault(path[0], []).append((path[1:], text))
    made = {
        StreamBlock: StreamBlockValidationError,
        StructBlock: StructBlockValidationError,
        ListBlock: ListBlockValidationError,
    }
    for kind, error in made.items():
        if isinstance(block, kind):
            children = {
                part: _error(_block_of(block, raw, part), _child(raw, part), each)
                for part, each in inside.items()
            }
            return error(block_errors=children, non_block_errors=own)
    return ValidationError(own + [text for each in inside.values() for _, text in each])


def _block_of(block: Any, raw: Any, part: str | int) -> Block:
    if isinstance(block, ListBlock):
        return block.child_block
    children: Mapping[str, Block] = block.child_blocks
    return children[raw[part]["type"] if isinstance(block, StreamBlock) else str(part)]
