"""How a fraction is drawn: a bin with its colour, a letter on it, and always its name beside it."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from home.prepared_queries import PreparedQuery

from ..models import Fraction

DARK_BELOW = 140  # Brightness (0 to 255) of a colour that wants a white letter.
BIN = '<path d="M4 9h24M12 9V6h8v3M7 9l2 19h14l2-19" stroke-linejoin="round"/>'


class Bin(NamedTuple):
    """`name` in the language of the page, `names` in all; `html` draws the symbol that `symbols` brings."""

    id: int
    name: str
    names: str
    symbol: SafeString
    html: SafeString
    label: SafeString


def bins(language: str) -> dict[int, Bin]:
    """By id, in the city's order. One query."""
    return {pk: _bin(language, pk, *values) for pk, *values in _FRACTIONS.rows()}


def symbols(drawn: dict[int, Bin]) -> SafeString:
    """Once on a page that draws bins: a page with a hundred days would otherwise repeat each drawing."""
    return mark_safe(f"<svg hidden>{''.join(each.symbol for each in drawn.values())}</svg>")


@lru_cache(maxsize=256)
def _bin(language: str, pk: int, name: str, name_en: str, colour: str) -> Bin:
    shown = name_en if language == "en" and name_en else name
    label = escape(shown)
    letter = "#fff" if _brightness(colour) < DARK_BELOW else "#1a1a1a"
    symbol = (
        f'<symbol id="bin-{pk}" viewBox="0 0 32 32" fill="{escape(colour)}" stroke="currentColor" '
        f'stroke-width="1.5">{BIN}<text x="16" y="23" text-anchor="middle" stroke="none" fill="{letter}" '
        f'font-size="12" font-weight="600">{escape(shown[:1])}</text></symbol>'
    )
    html = f'<svg class="bin" aria-hidden="true"><use href="#bin-{pk}"/></svg>'
    return Bin(pk, shown, f"{name} {name_en}", mark_safe(symbol), mark_safe(html), label)


def _brightness(colour: str) -> float:
    try:
        red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    except ValueError:
        return 0
    return 0.299 * red + 0.587 * green + 0.114 * blue


_FRACTIONS = PreparedQuery(
    lambda: Fraction.objects.order_by("order", "name").values_list("pk", "name", "name_en", "colour")
)
