"""Kinds of fields, one module each."""

from ..registries import field_kinds
from . import text

KINDS = (text.ShortText(),)


def register() -> None:
    """Called once, in `OnlineFormsConfig.ready()`."""
    for kind in KINDS:
        field_kinds.register(kind)
