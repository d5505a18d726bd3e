"""Fees of a day. A change is entered in advance as a row with dates and switches on its day.

The rows are those of a published document: dates as ISO text, amounts in cents.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from ..enums import FeeKind

NO_BREAK = "\u00a0"
BASE_KINDS = (FeeKind.AMOUNT, FeeKind.RANGE)
FURTHER_FEES = "je nach Fall weitere Gebühren"
SOMETIMES_FREE = "in manchen Fällen kostenlos"


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


@dataclass(frozen=True)
class Price:
    """What is paid, and what to know about it: `je Jahr, in manchen Fällen kostenlos`, or nothing."""

    amount: str
    note: str


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


def price_summary(fees: Sequence[Fee], day: date) -> Price | None:
    """What it costs in a few words: `kostenlos`, `37,50 €`, `27,60 € bis 46,00 €`, `ab 13,00 €`.

    The department's first fee leads, with those counted like it (`per`): a copy for 6 € or a case that
    is free must not stand for the whole. None where nothing can be said in a few words.
    """
    if is_free(fees, day):
        return Price("kostenlos", "")
    today = fees_on(fees, day)
    paid = [fee for fee in today if fee["kind"] in (*BASE_KINDS, FeeKind.TEXT)]
    if not paid or paid[0]["kind"] == FeeKind.TEXT:
        return None
    per = paid[0]["per"]
    priced = [fee for fee in paid if fee["cents"] is not None]
    alike = [fee for fee in priced if fee["per"] == per]
    notes = (
        per,
        FURTHER_FEES if len(alike) < len(priced) else "",
        SOMETIMES_FREE if any(fee["kind"] == FeeKind.FREE for fee in today) else "",
    )
    return Price(_span(alike, open_ended=len(priced) < len(paid)), ", ".join(filter(None, notes)))


def _span(fees: Sequence[Fee], open_ended: bool) -> str:
    lowest = min(fee["cents"] or 0 for fee in fees)
    highest = max(fee["max_cents"] or fee["cents"] or 0 for fee in fees)
    if open_ended:
        return f"ab{NO_BREAK}{format_cents(lowest)}"
    if lowest == highest:
        return format_cents(lowest)
    return f"{format_cents(lowest)} bis {format_cents(highest)}"


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
