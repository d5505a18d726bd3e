"""Reading a file in."""

from django import forms

from ..enums import ImportKind


class ImportForm(forms.Form):
    kind = forms.ChoiceField(label="Inhalt", choices=ImportKind.choices, widget=forms.RadioSelect)
    file = forms.FileField(label="Datei (CSV)", allow_empty_file=True)
