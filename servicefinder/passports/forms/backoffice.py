"""Forms of the office."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..domain import second_facts, serial_numbers
from ..domain.office import second_fact
from ..enums import SecondFact


class HandOutForm(forms.Form):
    """A scanner types the number and ends with Enter."""

    serial = forms.CharField(
        label="Seriennummer",
        max_length=serial_numbers.TYPED_LIMIT_CHARACTERS,
        widget=forms.TextInput({"autofocus": True, "autocomplete": "off"}),
    )
    fact = forms.CharField(max_length=40, widget=forms.TextInput({"autocomplete": "off"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = second_fact()
        self.fields["fact"].label = SecondFact(self.kind).label

    def clean_serial(self) -> str:
        try:
            return serial_numbers.normalised(self.cleaned_data["serial"])
        except serial_numbers.WrongSerial as wrong:
            raise ValidationError(f"{wrong.problem.label}.") from None

    def clean_fact(self) -> str:
        try:
            return second_facts.normalised(self.cleaned_data["fact"], self.kind)
        except second_facts.WrongFact:
            raise ValidationError("Bitte prüfen Sie diese Angabe.") from None


class ListForm(forms.Form):
    file = forms.FileField(label="Lieferliste (CSV)", allow_empty_file=True)
    is_complete = forms.BooleanField(
        label="Vollständige Liste: auch Dokumente aufnehmen, die seit über 14 Tagen unverändert sind",
        required=False,
        help_text="Nur für die erste Liste oder nach einem verlorenen Schlüssel. Sonst kämen Dokumente"
        " zurück, die abgeholt und schon gelöscht sind.",
    )
