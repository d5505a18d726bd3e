"""Fees as a table of today, and what is announced."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from ..domain.fees import Fee, coming_fees, fee_text, fees_on
from .days import day_text

COLUMNS = [{"title": "Wofür"}, {"title": "Betrag", "numeric": True}, {"title": "Wann"}]


def fee_table(fees: Sequence[Fee], today: date) -> dict[str, Any]:
    """`rows` of the component table for today, `changes` by day, and the `sources` in law."""
    holding = fees_on(fees, today)
    return {
        "columns": COLUMNS,
        "rows": [_row(fee, today) for fee in holding],
        "changes": _changes(coming_fees(fees, today)),
        "sources": ", ".join(dict.fromkeys(fee["legal_source"] for fee in holding if fee["legal_source"])),
    }


def _row(fee: Fee, today: date) -> dict[str, Any]:
    amount = {"value": amount_text(fee) or "–", "numeric": True, "label": "Betrag"}
    return {"header": fee["label"], "cells": [amount, {"value": _condition(fee), "label": "Wann"}]}


def amount_text(fee: Fee) -> str:
    """`108,00 € je Hund und Jahr`; empty when only the condition says it."""
    return f"{fee_text(fee)} {fee['per']}".strip()


def _condition(fee: Fee) -> str:
    until = f"gültig bis {day_text(date.fromisoformat(fee['valid_until']))}" if fee["valid_until"] else ""
    return ", ".join(part for part in (fee["condition"], until) if part)


def _changes(fees: Sequence[Fee]) -> list[dict[str, Any]]:
    """Announced fees by the day on which they begin: `{day, fees: [text]}`."""
    return [
        {"day": date.fromisoformat(day), "fees": [_announced(fee) for fee in group]}
        for day, group in groupby(fees, key=lambda fee: fee["valid_from"] or "")
    ]


def _announced(fee: Fee) -> str:
    condition = f" ({fee['condition']})" if fee["condition"] else ""
    return f"{fee['label']}{condition}: {amount_text(fee)}".rstrip(": ")
