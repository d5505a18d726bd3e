"""How to reach somebody: e-mail address and telephone number."""

from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from ..domain.definitions import FieldDef
from ..registries import FieldKind
from .plain_text import PlainTextField
from .wording import arguments, messages, said

HOME = "DE"
LONGEST_EMAIL = 254
LONGEST_PHONE = 40
SMALLEST_PHONE = 10_000  # Area code and number together have at least five digits.


class EmailTextField(PlainTextField):
    width = "medium"

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.removeprefix("mailto:").replace(" ", "") if isinstance(text, str) else text


class Email(FieldKind):
    name = "email"
    label = "E-Mail-Adresse"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        errors = messages(
            field,
            language,
            invalid=said(
                language,
                "Bitte eine E-Mail-Adresse eingeben, zum Beispiel name@example.org.",
                "Please enter an e-mail address, for example name@example.org.",
            ),
        )
        attrs = {
            "autocomplete": "email",
            "inputmode": "email",
            "spellcheck": "false",
            "autocapitalize": "none",
        }
        return EmailTextField(
            **arguments(field, language, errors),
            max_length=LONGEST_EMAIL,
            validators=[EmailValidator(errors["invalid"])],
            widget=forms.EmailInput(attrs),
        )


class PhoneTextField(PlainTextField):
    width = "medium"

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return international(text, str(self.error_messages["invalid"])) if text else text


def international(text: str, message: str) -> str:
    """`+49 641 1234` of any way to write it; a number without country is German."""
    try:
        number = phonenumbers.parse(text.replace("(0)", ""), HOME)
    except phonenumbers.NumberParseException:
        raise ValidationError(message, code="invalid") from None
    if not phonenumbers.is_possible_number(number) or (number.national_number or 0) < SMALLEST_PHONE:
        raise ValidationError(message, code="invalid")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


class Phone(FieldKind):
    name = "phone"
    label = "Telefonnummer"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        errors = messages(
            field,
            language,
            invalid=said(
                language,
                "Bitte eine Telefonnummer mit Vorwahl eingeben, aus dem Ausland mit +, zum Beispiel +43.",
                "Please enter a phone number with area code, from abroad with +, for example +43.",
            ),
        )
        return PhoneTextField(
            **arguments(field, language, errors),
            max_length=LONGEST_PHONE,
            widget=forms.TextInput({"autocomplete": "tel", "inputmode": "tel", "type": "tel"}),
        )
