"""The part of a household's page that says how to take its calendar along.

It is the same for all that have the same bins and chose the same, so it is rendered once for these, with
stand-ins for what tells households apart: the address and the token of the calendar.
"""

from functools import lru_cache
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ..domain.subscriptions import HouseholdChoice, token_for
from ..wording import texts_in
from .ways import subscription

Offered = tuple[tuple[int, str, bool], ...]
# Neither occurs in a text; both stay as they are when they are escaped or quoted.
ADDRESS, TOKEN = UUID(int=0), "K1-stand-in-for-a-token"


def taking(choice: HouseholdChoice, offered: Offered, years: tuple[int, ...], language: str) -> SafeString:
    """`offered`: id, name and whether it is chosen; `years`: those with a sheet to print."""
    written = _written(offered, choice.alarm, choice.query(), years, language)
    return mark_safe(written.replace(str(ADDRESS), str(choice.address_id)).replace(TOKEN, token_for(choice)))


@lru_cache(maxsize=256)
def _written(offered: Offered, alarm: str, query: str, years: tuple[int, ...], language: str) -> str:
    texts = texts_in(language)
    context = {
        "offered": offered,
        "alarm": alarm,
        "is_chosen": bool(query),
        "subscription": subscription(TOKEN, texts),
        "reminder": reverse("waste_reminder", args=[ADDRESS]),
        "download": f"{reverse('waste_download', args=[ADDRESS])}?{query}".removesuffix("?"),
        "sheets": [
            {"title": texts.sheet.format(year=year), "url": reverse("waste_sheet", args=[ADDRESS, year])}
            for year in years
        ],
        "texts": texts,
    }
    return render_to_string("waste/take.html", context)
