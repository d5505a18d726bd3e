"""A person: names in the characters of DIN 91379, and on demand name at birth and birthday."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from ..domain.definitions import FieldDef
from ..registries import FieldKind, Value
from .day_reading import read_day, written_day
from .name_characters import foreign_characters, normalised
from .parts import Part, PartsField
from .plain_text import PlainTextField
from .wording import arguments, said

LONGEST_NAME = 120


class NameField(PlainTextField):
    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return normalised(text) if text else text

    def validate(self, value: Any) -> None:
        super().validate(value)
        if foreign := foreign_characters(value or ""):
            message = f"{self.error_messages['foreign']} {' '.join(foreign)}"
            raise ValidationError(message, code="foreign")


class DayTextField(PlainTextField):
    """A day in one box; cleaned it is ISO 8601."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            day = read_day(text) if text else None
        except ValueError:
            day = date.max
        if day and not 1850 <= day.year <= timezone.localdate().year:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day.isoformat() if day else ""


class PersonName(FieldKind):
    """Kept as `{family_name, given_names, birth_name, birth_date}`. For expressions it is the family name.

    `own` False keeps the browser from filling in the name of who types.
    """

    name = "person"
    label = "Person"
    options = {"birth_name": False, "birth_date": False, "own": True}
    template = "onlineforms/fields/parts.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        return PartsField(self._boxes(field, language), **arguments(field, language))

    def _boxes(self, field: FieldDef, language: str) -> tuple[Part, ...]:
        def label(german: str, english: str) -> str:
            return said(language, german, english)

        boxes = [
            self._name(field, language, "given_names", label("Vornamen", "Given names"), "given-name"),
            self._name(field, language, "family_name", label("Familienname", "Family name"), "family-name"),
        ]
        if self.option(field, "birth_name"):
            born = label("Geburtsname, wenn anders", "Name at birth, if different")
            boxes.append(self._name(field, language, "birth_name", born, "off", required=False))
        if self.option(field, "birth_date"):
            boxes.append(self._birth_date(field, language))
        return tuple(boxes)

    def _name(
        self, field: FieldDef, language: str, name: str, label: str, token: str, required: bool = True
    ) -> Part:
        foreign = said(
            language,
            f"{label}: bitte in lateinischen Buchstaben, wie im Ausweis. Das geht nicht:",
            f"{label}: please use Latin letters, as in your passport. Not possible:",
        )
        longest = said(
            language,
            f"{label}: bitte höchstens {LONGEST_NAME} Zeichen.",
            f"{label}: at most {LONGEST_NAME} characters, please.",
        )
        missing = said(language, f"Bitte angeben: {label}.", f"Please fill in: {label}.")
        entry = NameField(
            required=required,
            max_length=LONGEST_NAME,
            widget=forms.TextInput(
                {"autocomplete": token if self.option(field, "own") else "off", "spellcheck": "false"}
            ),
            error_messages={
                "required": field.message or missing,
                "foreign": foreign,
                "max_length": longest,
            },
        )
        return Part(name, label, entry, "medium")

    def _birth_date(self, field: FieldDef, language: str) -> Part:
        label = said(language, "Geburtsdatum (TT.MM.JJJJ)", "Date of birth (DD.MM.YYYY)")
        invalid = said(
            language,
            "Geburtsdatum: bitte mit Tag, Monat und Jahr, zum Beispiel 27.03.1986.",
            "Date of birth: please enter day, month and year, for example 27.03.1986.",
        )
        entry = DayTextField(
            max_length=30,
            widget=forms.TextInput({"autocomplete": "bday" if self.option(field, "own") else "off"}),
            error_messages={"required": field.message or invalid, "invalid": field.message or invalid},
        )
        return Part("birth_date", label, entry, "short")

    def initial(self, stored: Any) -> Any:
        if not stored or not stored.get("birth_date"):
            return stored
        day = date.fromisoformat(stored["birth_date"])
        return {**stored, "birth_date": f"{day:%d.%m.}{day.year:04}"}

    def value(self, stored: Any) -> Value:
        return stored.get("family_name") if stored else None

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        if not stored:
            return ""
        lines = [f"{stored['given_names']} {stored['family_name']}"]
        if born := stored.get("birth_name"):
            lines.append(said(language, f"geboren als {born}", f"born {born}"))
        if day := stored.get("birth_date"):
            written = written_day(date.fromisoformat(day), language)
            lines.append(said(language, f"geboren am {written}", f"born on {written}"))
        return "\n".join(lines)
