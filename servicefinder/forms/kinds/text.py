"""One line of text."""

from django import forms

from ..domain.definitions import FieldDef
from ..registries import FieldKind


class ShortText(FieldKind):
    name = "text"
    label = "Text, eine Zeile"
    options = {"max_length": 200}

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        return forms.CharField(
            label=field.label,
            help_text=field.help,
            required=field.required,
            max_length=self.option(field, "max_length"),
        )
