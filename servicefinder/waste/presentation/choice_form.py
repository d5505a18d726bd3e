"""The form of a household's choice: the same for all that have the same bins and chose the same."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ..wording import texts_in

Offered = tuple[tuple[int, str, bool], ...]


@lru_cache(maxsize=256)
def choice_form(offered: Offered, alarm: str, language: str) -> SafeString:
    """Rendered once for these values; it holds nothing of an address."""
    context = {"offered": offered, "alarm": alarm, "texts": texts_in(language)}
    return render_to_string("waste/choice_form.html", context)
