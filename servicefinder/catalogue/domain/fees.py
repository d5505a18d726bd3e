"""Fees of a day. A change is entered in advance as a row with dates and switches on its day.

The rows are those of a published document: dates as ISO text, amounts in cents.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypedDict

from ..enums import FeeKind

NO_BREAK = "\u00a0"
BASE_KINDS = (FeeKind.AMOUNT, FeeKind.RANGE)


class Fee(TypedDict):
    """One fee; `valid_from` and `valid_until` are inclusive ISO days or None."""

    label: str
    kind: str
    cents: int | None
    max_cents: int | None
    per: str
    condition: str
    legal_source: str
    valid_from: str | None
    valid_until: str | None


def fees_on(fees: Iterable[Fee], day: date) -> list[Fee]:
    """The fees that hold on `day`, in the department's order."""
    today = day.isoformat()
    return [
        fee
        for fee in fees
        if (not fee["valid_from"] or fee["valid_from"] <= today)
        and (not fee["valid_until"] or today <= fee["valid_until"])
    ]


def coming_fees(fees: Iterable[Fee], day: date) -> list[Fee]:
    """Fees that begin after `day`, the next one first."""
    today = day.isoformat()
    coming = [fee for fee in fees if fee["valid_from"] and fee["valid_from"] > today]
    return sorted(coming, key=lambda fee: fee["valid_from"] or "")


def next_change(fees: Iterable[Fee], day: date) -> date | None:
    """First day after `day` on which the list of fees is another one."""
    switches: list[date] = []
    for fee in fees:
        if fee["valid_from"]:
            switches.append(date.fromisoformat(fee["valid_from"]))
        if fee["valid_until"] and fee["valid_until"] < date.max.isoformat():
            switches.append(date.fromisoformat(fee["valid_until"]) + timedelta(days=1))
    return min((switch for switch in switches if switch > day), default=None)


def is_free(fees: Iterable[Fee], day: date) -> bool:
    """Whether the service itself costs nothing on `day`; optional surcharges do not count.

    A service that says nothing about fees is not called free.
    """
    kinds = {fee["kind"] for fee in fees_on(fees, day)}
    return FeeKind.FREE in kinds and kinds <= {FeeKind.FREE, FeeKind.SURCHARGE}


def price_summary(fees: Sequence[Fee], day: date) -> str:
    """What it costs in a few words: `kostenlos`, `37,50 €`, `ab 37,50 €`, `kostenlos oder 9,00 €`.

    Empty where nothing can be said in a few words.
    """
    if is_free(fees, day):
        return "kostenlos"
    today = fees_on(fees, day)
    base = [fee for fee in today if fee["kind"] in BASE_KINDS and fee["cents"] is not None]
    if not base:
        return ""
    amounts = {fee["cents"] or 0 for fee in base}
    certain = len(amounts) == 1 and not any(fee["kind"] in (FeeKind.RANGE, FeeKind.TEXT) for fee in today)
    price = format_cents(min(amounts)) if certain else f"ab{NO_BREAK}{format_cents(min(amounts))}"
    return f"kostenlos oder {price}" if any(fee["kind"] == FeeKind.FREE for fee in today) else price


def fee_text(fee: Fee) -> str:
    """The amount as it stands in the table; empty when only the condition says it."""
    match fee["kind"]:
        case FeeKind.FREE:
            return "kostenlos"
        case FeeKind.RANGE:
            return f"{format_cents(fee['cents'] or 0)} bis {format_cents(fee['max_cents'] or 0)}"
        case FeeKind.SURCHARGE:
            return f"+{NO_BREAK}{format_cents(fee['cents'] or 0)}"
        case FeeKind.AMOUNT:
            return format_cents(fee["cents"] or 0)
    return ""


def format_cents(cents: int) -> str:
    """`1.234,50 €`, with a non-breaking space before the sign."""
    euros, rest = divmod(cents, 100)
    return f"{euros:,}".replace(",", ".") + f",{rest:02}{NO_BREAK}€"
