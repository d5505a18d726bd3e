"""A time of day, kept as 14:30."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..domain.definitions import FieldDef
from ..registries import FieldKind
from .wording import arguments, messages, said

WRITTEN = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.h]?(?P<minute>[0-9]{2}))?(?:h|uhr)?", re.IGNORECASE)


def read_time(text: str) -> str:
    """`14:30` of `14:30`, `14.30`, `1430`, `14 Uhr`. Raises ValueError."""
    found = WRITTEN.fullmatch("".join(text.split()))
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (99, 99)
    if hour > 23 or minute > 59:
        raise ValueError(text)
    return f"{hour:02}:{minute:02}"


class TimeTextField(forms.CharField):
    width = "short"

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        try:
            return read_time(text) if text else ""
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class TimeOfDay(FieldKind):
    """`earliest` and `latest` are times like 08:00."""

    name = "time"
    label = "Uhrzeit"
    options = {"earliest": "", "latest": ""}

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        earliest, latest = self.option(field, "earliest"), self.option(field, "latest")
        errors = messages(
            field,
            language,
            invalid=said(
                language,
                "Bitte eine Uhrzeit eingeben, zum Beispiel 14:30.",
                "Please enter a time, for example 14:30.",
            ),
            earliest=said(language, f"Bitte nicht vor {earliest} Uhr.", f"Not before {earliest}, please."),
            latest=said(language, f"Bitte nicht nach {latest} Uhr.", f"Not after {latest}, please."),
        )

        def within(text: str) -> None:
            if earliest and text < read_time(earliest):
                raise ValidationError(errors["earliest"], code="earliest")
            if latest and text > read_time(latest):
                raise ValidationError(errors["latest"], code="latest")

        return TimeTextField(
            **arguments(field, language, errors),
            max_length=20,
            validators=[within],
            widget=forms.TextInput({"autocomplete": "off"}),
        )

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        return f"{stored}{said(language, ' Uhr', '')}" if stored else ""

    def problems(self, field: FieldDef) -> list[str]:
        try:
            limits = [read_time(self.option(field, name) or "0") for name in ("earliest", "latest")]
        except (ValueError, TypeError):
            return ["Grenzen einer Uhrzeit sind Uhrzeiten wie 08:00."]
        if self.option(field, "latest") and limits[0] > limits[1]:
            return ["Die früheste Uhrzeit liegt nach der spätesten."]
        return []
