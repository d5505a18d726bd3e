"""A day, in three boxes; a whole date pasted into one of them is understood."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..domain.definitions import FieldDef
from ..registries import FieldKind, Value
from .day_reading import limit_day, month_of, read_day, written_day
from .parts import Part, PartsField
from .wording import arguments, messages, said


class DayField(PartsField):
    def __init__(self, parts: tuple[Part, ...], *, earliest: date | None, latest: date | None, **kwargs: Any):
        self.earliest, self.latest = earliest, latest
        super().__init__(parts, **kwargs)

    def compressed(self, cleaned: dict[str, Any]) -> date:
        filled = [text for text in cleaned.values() if text]
        try:
            day = read_day(filled[0]) if len(filled) == 1 else _day_of(**cleaned)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        if self.earliest and day < self.earliest:
            raise ValidationError(self.error_messages["earliest"], code="earliest")
        if self.latest and day > self.latest:
            raise ValidationError(self.error_messages["latest"], code="latest")
        return day

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, date):
            return value
        return {"day": str(value.day), "month": str(value.month), "year": f"{value.year:04}"}


def _day_of(day: str, month: str, year: str) -> date:
    if not re.fullmatch("[0-9]{4}", year) or not re.fullmatch(r"[0-9]{1,2}\.?", day):
        raise ValueError(year)
    return date(int(year), month_of(month), int(day.rstrip(".")))


class Day(FieldKind):
    """`earliest` and `latest` are ISO days or `today`, `today+14`; `birthday` lets the browser fill it in."""

    name = "date"
    label = "Datum"
    options = {"earliest": "", "latest": "", "birthday": False}
    template = "onlineforms/fields/parts.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        earliest = limit_day(self.option(field, "earliest"))
        latest = limit_day(self.option(field, "latest"))
        return DayField(
            self._boxes(language, bool(self.option(field, "birthday"))),
            earliest=earliest,
            latest=latest,
            **arguments(field, language, self._errors(field, language, earliest, latest)),
        )

    def _boxes(self, language: str, birthday: bool) -> tuple[Part, ...]:
        def box(name: str, german: str, english: str, width: str) -> Part:
            attrs = {"inputmode": "numeric", "autocomplete": f"bday-{name}" if birthday else "off"}
            entry = forms.CharField(required=False, max_length=30, widget=forms.TextInput(attrs))
            return Part(name, said(language, german, english), entry, width)

        return (
            box("day", "Tag", "Day", "two"),
            box("month", "Monat", "Month", "two"),
            box("year", "Jahr", "Year", "four"),
        )

    def _errors(
        self, field: FieldDef, language: str, earliest: date | None, latest: date | None
    ) -> dict[str, str]:
        first = written_day(earliest, language) if earliest else ""
        last = written_day(latest, language) if latest else ""
        return messages(
            field,
            language,
            invalid=said(
                language,
                "Bitte ein Datum mit Tag, Monat und vierstelligem Jahr eingeben, zum Beispiel 27 3 2026.",
                "Please enter a date with day, month and year in four digits, for example 27 3 2026.",
            ),
            earliest=said(
                language,
                f"Das Datum darf nicht vor dem {first} liegen.",
                f"The date cannot be before {first}.",
            ),
            latest=said(
                language, f"Das Datum darf nicht nach dem {last} liegen.", f"The date cannot be after {last}."
            ),
        )

    def stored(self, cleaned: Any) -> Any:
        return cleaned.isoformat() if cleaned else None

    def initial(self, stored: Any) -> Any:
        return self.value(stored)

    def value(self, stored: Any) -> Value:
        return date.fromisoformat(stored) if stored else None

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        return written_day(date.fromisoformat(stored), language) if stored else ""

    def problems(self, field: FieldDef) -> list[str]:
        limits = []
        for name in ("earliest", "latest"):
            try:
                limits.append(limit_day(self.option(field, name)))
            except (ValueError, TypeError, OverflowError):
                return [
                    "Grenzen eines Datums sind ein Tag (2026-01-31) oder „today“, „today+14“, „today-30“."
                ]
        if all(limits) and limits[0] > limits[1]:  # type: ignore[operator]
            return ["Der früheste Tag liegt nach dem spätesten."]
        return []
