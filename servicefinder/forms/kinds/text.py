"""One line of text, and several."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..domain.definitions import FieldDef
from ..registries import FieldKind
from .option_checks import whole_number_problems
from .plain_text import PlainTextField
from .shapes import SHAPES, Shape
from .wording import arguments, messages, said

LONGEST_LINE = 1000
LONGEST_TEXT = 10_000


class ShapedField(PlainTextField):
    """Text of one shape, kept as that shape is written."""

    def __init__(self, shape: Shape, **kwargs: Any) -> None:
        self.shape = shape
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return text
        if (read := self.shape.read(text)) is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return read


class ShortText(FieldKind):
    """`autocomplete` is a token of WCAG 1.3.5 where the text is about the person who fills in.

    `shape` is one of `SHAPES`, where the text is the number of something.
    """

    name = "text"
    label = "Text, eine Zeile"
    options = {"max_length": 200, "min_length": None, "autocomplete": "", "shape": ""}
    longest = LONGEST_LINE

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        lengths = {name: self.option(field, name) for name in ("max_length", "min_length")}
        widget = self.widget(self.option(field, "autocomplete"))
        if shape := SHAPES.get(self.option(field, "shape")):
            errors = messages(field, language, invalid=said(language, shape.german, shape.english))
            return ShapedField(shape, **arguments(field, language, errors), **lengths, widget=widget)
        return PlainTextField(**arguments(field, language), **lengths, widget=widget)

    def widget(self, autocomplete: str) -> forms.Widget:
        return forms.TextInput({"autocomplete": autocomplete or "off"})

    def problems(self, field: FieldDef) -> list[str]:
        labels = {"max_length": "Höchstens so viele Zeichen", "min_length": "Mindestens so viele Zeichen"}
        found = whole_number_problems(field.options, labels, 1, self.longest)
        if (shape := field.options.get("shape")) and shape not in SHAPES:
            found.append(f"Den Aufbau „{shape}“ gibt es nicht.")
        return found


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
