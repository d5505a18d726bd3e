"""An IBAN: blanks are forgiven, the check digits are not."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from ..domain.definitions import FieldDef
from ..registries import FieldKind
from .plain_text import PlainTextField
from .wording import arguments, messages, said

LONGEST_TYPED = 60


class IbanField(PlainTextField):
    width = "medium"

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return text
        compact = "".join(each for each in text.upper() if each.isalnum())
        try:
            return str(IBAN(compact))
        except SchwiftyException:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class BankAccount(FieldKind):
    name = "iban"
    label = "IBAN"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        errors = messages(
            field,
            language,
            invalid=said(
                language,
                "Diese IBAN stimmt nicht. Bitte prüfen Sie die Ziffern; eine deutsche hat 22 Zeichen.",
                "This IBAN is not correct. Please check the digits; a German one has 22 characters.",
            ),
        )
        attrs = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        return IbanField(
            **arguments(field, language, errors), max_length=LONGEST_TYPED, widget=forms.TextInput(attrs)
        )

    def initial(self, stored: Any) -> Any:
        return in_fours(stored) if stored else stored

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        return in_fours(stored) if stored else ""


def in_fours(iban: str) -> str:
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))
