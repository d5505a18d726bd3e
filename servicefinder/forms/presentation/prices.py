"""Prices as people read them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from servicefinder.cases.domain.amounts import euros
from servicefinder.cases.domain.contents import Price

from ..domain.definitions import FormDef
from ..domain.price_ranges import PriceRange


def price_rows(prices: Iterable[Price], language: str) -> dict[str, Any]:
    """`rows` of {label, value} and the `total`; empty where it costs nothing."""
    listed = list(prices)
    if not listed:
        return {}
    return {
        "rows": [{"label": each.label, "value": euros(each.cents, language)} for each in listed],
        "total": euros(sum(each.cents for each in listed), language),
        "several": len(listed) > 1,
    }


def price_words(range_: PriceRange | None, form: FormDef, language: str) -> str:
    """`kostenlos`, `10,00 €`, `je nach Angaben 0 bis 25 €`; a single fee says what it is for."""
    if range_ is None:
        return gettext("je nach Angaben; Sie sehen sie vor dem Absenden")
    if range_.least == range_.most:
        return euros(range_.least, language) if range_.least else gettext("kostenlos")
    either = len(range_.totals) == 2 and range_.is_whole
    if either and not range_.least and range_.for_what:
        amount = euros(range_.most, language)
        return gettext("je nach Angaben kostenlos oder %(amount)s (%(what)s)") % {
            "what": form.text(range_.for_what, language),
            "amount": amount,
        }
    text = (
        gettext("je nach Angaben %(least)s oder %(most)s")
        if either
        else gettext("je nach Angaben %(least)s bis %(most)s")
    )
    least, most = _both(range_, language)
    return text % {"least": least, "most": most}


def _both(range_: PriceRange, language: str) -> tuple[str, str]:
    """The unit once, and cents only where there are some: `0 bis 25 €`, `€0 to €25`."""
    whole = all(cents % 100 == 0 for cents in (range_.least, range_.most))
    least, most = (euros(cents, language) for cents in (range_.least, range_.most))
    if whole:
        least, most = (each.replace(".00" if language == "en" else ",00", "") for each in (least, most))
    return least if language == "en" else least.removesuffix("\u00a0€"), most
