"""Prices as people read them."""

from collections.abc import Iterable
from typing import Any

from servicefinder.cases.domain.amounts import euros
from servicefinder.cases.domain.contents import Price


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
