"""The file of addresses that the back office sends."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from ..imports import formats

LIMIT_BYTES = 40_000_000


class AddressFileForm(forms.Form):
    format_name = forms.ChoiceField(label="Format")
    file = forms.FileField(label="Datei")
    refuse_gaps = forms.BooleanField(
        label="Mit Lücken zurückweisen",
        required=False,
        help_text="Ausgelassene Hausnummern und Häuser ohne Gebiet sind sonst nur Hinweise.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["format_name"]
        choice.choices = [(each.name, each.label) for each in formats]

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LIMIT_BYTES:
            raise forms.ValidationError(
                "Größer als 40 MB: bitte auf dem Server mit „manage.py import_addresses“ einlesen."
            )
        return file
