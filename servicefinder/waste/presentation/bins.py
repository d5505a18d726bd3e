"""How a fraction is drawn: a bin with its colour, a letter on it, and always its name beside it."""

from typing import NamedTuple

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from ..models import Fraction

DARK_BELOW = 140  # Brightness (0 to 255) of a colour that wants a white letter.
BIN = '<path d="M4 9h24M12 9V6h8v3M7 9l2 19h14l2-19" stroke-linejoin="round"/>'


class Bin(NamedTuple):
    """`name` in the language of the page, `names` in all."""

    id: int
    name: str
    html: SafeString
    names: str


def bins(language: str) -> dict[int, Bin]:
    """By id, in the city's order. One query."""
    rows = Fraction.objects.values_list("pk", "name", "name_en", "colour")
    named = (
        (pk, name_en if language == "en" and name_en else name, colour, f"{name} {name_en}")
        for pk, name, name_en, colour in rows
    )
    return {pk: Bin(pk, name, bin_html(name, colour), names) for pk, name, colour, names in named}


def bin_html(name: str, colour: str) -> SafeString:
    return format_html(
        '<svg class="bin" viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="{}"'
        ' stroke="currentColor"'
        ' stroke-width="1.5">{}<text x="16" y="23" text-anchor="middle" stroke="none" fill="{}"'
        ' font-size="12" font-weight="600">{}</text></svg>',
        colour,
        mark_safe(BIN),
        "#fff" if _brightness(colour) < DARK_BELOW else "#1a1a1a",
        escape(name[:1]),
    )


def _brightness(colour: str) -> float:
    try:
        red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    except ValueError:
        return 0
    return 0.299 * red + 0.587 * green + 0.114 * blue
