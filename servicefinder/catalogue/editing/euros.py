"""Amounts of money in forms: typed and shown in euros, kept in whole cents."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

NOT_AN_AMOUNT = "Bitte einen Betrag in Euro eingeben, zum Beispiel 37 oder 37,50."
# Digits with points between thousands, or without; then cents after a comma or a point, if any.
AMOUNT = re.compile(r"(?P<euros>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,7})(?:[.,](?P<cents>[0-9]{1,2}))?")
LONGEST_EUROS = 7  # Digits: no fee of a town is ten million euros.


def read_euros(text: str) -> int:
    """Cents of `37`, `37,5`, `37,50 €`, `37.50` or `1.234,50`. Raises ValueError for anything else."""
    plain = "".join(text.replace("€", "").split())
    found = AMOUNT.fullmatch(plain)
    euros = found["euros"].replace(".", "") if found else ""
    if found is None or len(euros) > LONGEST_EUROS:
        raise ValueError(text)
    return int(euros) * 100 + int((found["cents"] or "0").ljust(2, "0"))


class EuroField(forms.Field):
    """Its value is a number of cents, or None."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> int | None:
        if value is None or isinstance(value, int):
            return value
        if not value.strip():
            return None
        try:
            return read_euros(value)
        except ValueError:
            raise ValidationError(NOT_AN_AMOUNT, code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        """What was typed stays as it is; what is stored is shown as 37,00."""
        return f"{value // 100},{value % 100:02}" if isinstance(value, int) else value
