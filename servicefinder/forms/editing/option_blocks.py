"""Options of the kinds as real fields of the editor, each with the way to JSON and back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from wagtail import blocks

from ..kinds.amounts import compact, read_decimal, written


@dataclass(frozen=True)
class Option:
    """`read` turns what the block holds into JSON (None: the kind's own value holds), `write` back."""

    name: str
    block: blocks.Block
    read: Callable[[Any], Any] = lambda edited: edited if edited not in ("", None) else None
    write: Callable[[Any], Any] = lambda stored: stored


def whole(name: str, label: str, help_text: str = "") -> Option:
    return Option(name, blocks.IntegerBlock(label=label, required=False, min_value=0, help_text=help_text))


def line(name: str, label: str, help_text: str = "", max_length: int = 100) -> Option:
    block = blocks.CharBlock(label=label, required=False, max_length=max_length, help_text=help_text)
    return Option(name, block, write=lambda stored: stored or "")


def exact(name: str, label: str, help_text: str = "") -> Option:
    """A number that may have decimal places; kept as text."""
    block = blocks.CharBlock(label=label, required=False, max_length=20, help_text=help_text)
    return Option(name, block, _read_exact, _write_exact)


def tick(name: str, label: str, ticked: bool = False, help_text: str = "") -> Option:
    block = blocks.BooleanBlock(label=label, required=False, default=ticked, help_text=help_text)
    return Option(name, block, bool, bool)


def one_of(name: str, label: str, choices: list[tuple[str, str]], help_text: str = "") -> Option:
    block = blocks.ChoiceBlock(choices=choices, label=label, required=False, help_text=help_text)
    return Option(name, block, write=lambda stored: stored or "")


def some_of(name: str, label: str, choices: list[tuple[str, str]], help_text: str = "") -> Option:
    block = blocks.MultipleChoiceBlock(
        choices=choices,
        label=label,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )
    return Option(name, block, lambda edited: list(edited) or None, list)


def _read_exact(edited: Any) -> str | None:
    if not edited:
        return None
    try:
        return compact(read_decimal(edited, "de"))
    except ValueError:
        return str(edited)


def _write_exact(stored: Any) -> str:
    if stored is None:
        return ""
    try:
        return written(read_decimal(str(stored), "en"), "de", grouped=False)
    except ValueError:
        return str(stored)
