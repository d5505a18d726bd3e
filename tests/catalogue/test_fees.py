"""Fees switch on their day, and are written as people read them."""

from datetime import date
from typing import Any

import pytest

from servicefinder.catalogue.domain.fees import (
    Fee,
    Price,
    coming_fees,
    fee_text,
    fees_on,
    format_cents,
    is_free,
    next_change,
    price_summary,
)

TODAY = date(2026, 11, 16)


def fee(kind: str = "amount", cents: int | None = 3700, **values: Any) -> Fee:
    row: dict[str, Any] = {
        "label": "Ausweis",
        "kind": kind,
        "cents": cents,
        "max_cents": None,
        "per": "",
        "condition": "",
        "legal_source": "",
        "valid_from": None,
        "valid_until": None,
    }
    return Fee(**(row | values))  # type: ignore[typeddict-item]


OLD = fee(cents=3700, valid_until="2026-12-31")
NEW = fee(cents=4600, valid_from="2027-01-01")


def test_fee_switches_on_its_day() -> None:
    assert fees_on([OLD, NEW], date(2026, 12, 31)) == [OLD]
    assert fees_on([OLD, NEW], date(2027, 1, 1)) == [NEW]


def test_next_change_is_the_first_day_with_another_list() -> None:
    assert next_change([OLD, NEW], TODAY) == date(2027, 1, 1)
    assert next_change([OLD, NEW], date(2027, 1, 1)) is None
    assert next_change([fee(valid_until="9999-12-31")], TODAY) is None


def test_coming_fees_are_listed_by_day() -> None:
    later = fee(valid_from="2028-01-01")

    assert coming_fees([OLD, later, NEW], TODAY) == [NEW, later]


@pytest.mark.parametrize(
    ("fees", "free"),
    [
        ([], False),
        ([fee("free", None)], True),
        ([fee("free", None), fee("surcharge", 500)], True),
        ([fee("free", None), fee()], False),
        ([fee("text", None, condition="nach Aufwand")], False),
        ([fee("free", None), fee(valid_from="2027-01-01")], True),
        ([fee("surcharge", 500)], False),
    ],
)
def test_free_means_the_service_itself_costs_nothing_today(fees: list[Fee], free: bool) -> None:
    assert is_free(fees, TODAY) is free


@pytest.mark.parametrize(
    ("fees", "summary"),
    [
        ([], None),
        ([fee("free", None)], Price("kostenlos", "")),
        ([fee("free", None), fee("surcharge", 500)], Price("kostenlos", "")),
        ([fee(cents=3700)], Price("37,00\u00a0€", "")),
        ([fee(cents=3700), fee("surcharge", 2200)], Price("37,00\u00a0€", "")),
        ([fee(cents=7000), fee(cents=3750)], Price("37,50\u00a0€ bis 70,00\u00a0€", "")),
        ([fee("range", 1000, max_cents=5000)], Price("10,00\u00a0€ bis 50,00\u00a0€", "")),
        ([fee(cents=1300), fee("text", None, condition="nach Aufwand")], Price("ab\u00a013,00\u00a0€", "")),
        ([fee("text", None, condition="nach Aufwand")], None),
        ([OLD, NEW], Price("37,00\u00a0€", "")),
    ],
)
def test_price_in_a_few_words(fees: list[Fee], summary: Price | None) -> None:
    assert price_summary(fees, TODAY) == summary


@pytest.mark.parametrize(
    ("fees", "summary"),
    [
        (
            [fee(cents=4600), fee(cents=2760), fee("free", None)],
            Price("27,60\u00a0€ bis 46,00\u00a0€", "in manchen Fällen kostenlos"),
        ),
        (
            [fee("free", None), fee(cents=2000, per="je Jahr"), fee(cents=1000, per="je Jahr")],
            Price("10,00\u00a0€ bis 20,00\u00a0€", "je Jahr, in manchen Fällen kostenlos"),
        ),
        (
            [fee(cents=1200), fee(cents=600, per="je Stück")],
            Price("12,00\u00a0€", "je nach Fall weitere Gebühren"),
        ),
        ([fee("text", None, condition="560 Prozent"), fee(cents=800)], None),
    ],
)
def test_side_cases_do_not_lead_the_price(fees: list[Fee], summary: Price | None) -> None:
    assert price_summary(fees, TODAY) == summary


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (fee(cents=7000), "70,00\u00a0€"),
        (fee("range", 1000, max_cents=123456), "10,00\u00a0€ bis 1.234,56\u00a0€"),
        (fee("surcharge", 2200), "+\u00a022,00\u00a0€"),
        (fee("free", None), "kostenlos"),
        (fee("text", None), ""),
    ],
)
def test_fee_text(row: Fee, text: str) -> None:
    assert fee_text(row) == text


def test_format_cents_groups_thousands() -> None:
    assert format_cents(5) == "0,05\u00a0€"
    assert format_cents(123456789) == "1.234.567,89\u00a0€"
