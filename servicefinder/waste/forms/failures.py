"""Reporting that a tour failed."""

from typing import Any

from django import forms

from .dates import DayField


class FailureForm(forms.Form):
    """All of it is filled in already: confirming is enough."""

    moved_to = DayField(
        label="Nachgeholt am", required=False, help_text="Leer: der Nachholtermin wird später genannt."
    )
    reason = forms.CharField(
        label="Grund",
        max_length=150,
        required=False,
        help_text="Steht so bei den Adressen, zum Beispiel „Glatteis“. Darf leer bleiben.",
    )
    fractions = forms.MultipleChoiceField(label="Betroffen", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, offered: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fractions"].choices = offered  # type: ignore[attr-defined]
        self.fields["fractions"].initial = [pk for pk, _ in offered]
        if len(offered) == 1:
            self.fields["fractions"].widget = forms.MultipleHiddenInput()

    def clean_fractions(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["fractions"]]
