"""What a step shows without asking: information, and values that are reckoned."""

from decimal import Decimal
from typing import Any

from django import forms

from ..domain.definitions import FieldDef
from ..domain.expressions import ExpressionProblem, check
from ..registries import FieldKind, Value
from .amounts import written, written_euros
from .option_checks import whole_number_problems

EURO = "€"
MOST_PLACES = 6


class Information(FieldKind):
    """The label is its heading, the help its text."""

    name = "info"
    label = "Hinweis"
    has_answer = False
    is_asked = False
    in_groups = False
    template = "onlineforms/fields/info.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        raise TypeError("information is not asked")


class Calculated(FieldKind):
    """`expression` is reckoned from earlier answers; shown with `places` and `unit` (€ for money)."""

    name = "calculated"
    label = "Berechneter Wert"
    options = {"expression": None, "places": None, "unit": ""}
    is_asked = False
    in_groups = False
    template = "onlineforms/fields/calculated.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        raise TypeError("a calculated value is not asked")

    def value(self, stored: Any) -> Value:
        return None if stored is None else Decimal(stored)

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        if stored is None:
            return ""
        unit = self.option(field, "unit")
        if unit == EURO:
            return written_euros(Decimal(stored), language)
        return written(Decimal(stored), language, self.option(field, "places")) + (
            f"\u00a0{unit}" if unit else ""
        )

    def problems(self, field: FieldDef) -> list[str]:
        found = whole_number_problems(field.options, {"places": "Stellen nach dem Komma"}, 0, MOST_PLACES)
        try:
            check(field.options.get("expression"))
        except ExpressionProblem as error:
            found.append(f"Die Berechnung geht nicht: {error}")
        return found
