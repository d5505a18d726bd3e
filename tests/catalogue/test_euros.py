"""Fees in the form: euros for people, cents in the database."""

import pytest
from django.core.exceptions import ValidationError

from servicefinder.catalogue.editing.euros import EuroField
from servicefinder.catalogue.models import ServiceFee


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("37", 3700),
        ("37,00", 3700),
        ("37,5", 3750),
        ("37.50", 3750),
        (" 37,50 € ", 3750),
        ("1.234,50", 123450),
        ("1.234", 123400),
        ("1 234", 123400),
        ("0", 0),
        ("0,05", 5),
        ("", None),
    ],
)
def test_euros_are_read_as_cents(typed: str, cents: int | None) -> None:
    assert EuroField(required=False).clean(typed) == cents


@pytest.mark.parametrize("typed", ["37,000", "37,", "1.23,4", "-5", "12345678", "1,234.50", "etwa 5", "٣٧"])
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="37,50"):
        EuroField().clean(typed)


@pytest.mark.parametrize(("cents", "shown"), [(3700, "37,00"), (5, "0,05"), (0, "0,00"), (None, None)])
def test_cents_are_shown_as_euros(cents: int | None, shown: str | None) -> None:
    assert EuroField().prepare_value(cents) == shown


def test_an_unchanged_amount_is_no_change() -> None:
    field = EuroField()

    assert not field.has_changed(3700, "37,00")
    assert field.has_changed(3700, "3700")


@pytest.mark.parametrize("name", ["cents", "max_cents"])
def test_fees_are_entered_in_euros(name: str) -> None:
    field = ServiceFee._meta.get_field(name).formfield()

    assert isinstance(field, EuroField)
    assert "in Euro" in str(field.label)
