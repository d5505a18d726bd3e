"""Prices as people read them."""

from collections.abc import Iterable
from typing import Any

from servicefinder.cases.domain.contents import Price

NO_BREAK = "\u00a0"


def euros(cents: int, language: str) -> str:
    """`1.037,50 €`, in English `€1,037.50`."""
    amount = f"{cents / 100:,.2f}"
    if language == "en":
        return f"€{amount}"
    return amount.translate(str.maketrans(",.", ".,")) + f"{NO_BREAK}€"


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
