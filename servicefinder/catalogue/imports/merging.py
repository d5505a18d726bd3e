"""The rule of every import: what a department has edited is never overwritten."""

from dataclasses import dataclass, field
from typing import Any

Values = dict[str, Any]


@dataclass(frozen=True)
class Conflict:
    """A field that both sides changed since the last import."""

    base: Any
    current: Any
    incoming: Any


@dataclass
class Merge:
    """What an import does to a page: `changes` are written, `conflicts` wait for somebody to decide."""

    changes: Values = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)


def merge(base: Values, current: Values, incoming: Values) -> Merge:
    """Three-way merge, field by field.

    `base` is what the source said last time (no key: it never said anything), `current` what stands here.
    """
    result = Merge()
    for name, new in incoming.items():
        ours = current.get(name)
        if new == ours or (name in base and new == base[name]):
            continue  # Agreed already, or the source has nothing new to say.
        if is_untouched(name, base, ours):
            result.changes[name] = new
        else:
            result.conflicts[name] = Conflict(base.get(name), ours, new)
    return result


def is_untouched(name: str, base: Values, ours: Any) -> bool:
    """Nobody here has said anything else than the source did; an empty field counts as unsaid."""
    return ours == base[name] if name in base else ours in (None, "", [])
