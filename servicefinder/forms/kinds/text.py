"""One line of text, and several."""

from typing import Any

from django import forms

from ..domain.definitions import FieldDef
from ..registries import FieldKind
from .option_checks import whole_number_problems
from .plain_text import PlainTextField
from .wording import arguments

LONGEST_LINE = 1000
LONGEST_TEXT = 10_000


class ShortText(FieldKind):
    """`autocomplete` is a token of WCAG 1.3.5 where the text is about the person who fills in."""

    name = "text"
    label = "Text, eine Zeile"
    options = {"max_length": 200, "min_length": None, "autocomplete": ""}
    longest = LONGEST_LINE

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        return PlainTextField(
            **arguments(field, language),
            max_length=self.option(field, "max_length"),
            min_length=self.option(field, "min_length"),
            widget=self.widget(self.option(field, "autocomplete")),
        )

    def widget(self, autocomplete: str) -> forms.Widget:
        return forms.TextInput({"autocomplete": autocomplete or "off"})

    def problems(self, field: FieldDef) -> list[str]:
        return whole_number_problems(
            field.options,
            {"max_length": "Höchstens so viele Zeichen", "min_length": "Mindestens so viele Zeichen"},
            1,
            self.longest,
        )


class LongText(ShortText):
    name = "longtext"
    label = "Text, mehrere Zeilen"
    options = {"max_length": 2000, "min_length": None}
    longest = LONGEST_TEXT
    template = "onlineforms/fields/textarea.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        return PlainTextField(
            **arguments(field, language),
            max_length=self.option(field, "max_length"),
            min_length=self.option(field, "min_length"),
            widget=forms.Textarea({"rows": 6}),
        )

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        return stored or ""
