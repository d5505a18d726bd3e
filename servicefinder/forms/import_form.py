"""Where a new form comes from: a template or a file."""

from typing import Any

from django import forms

from .domain.exchange import LIMIT_BYTES, Incoming, NotImportable, read_form
from .domain.templates import template, template_names


class NewForm(forms.Form):
    """Cleaned, `incoming` is what the draft is made of."""

    template = forms.ChoiceField(label="Vorlage", required=False, widget=forms.RadioSelect)
    file = forms.FileField(
        label="Oder eine Datei",
        required=False,
        help_text="Ein Online-Formular, das hier oder in einer anderen Stadt als JSON heruntergeladen wurde.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        templates: Any = self.fields["template"]
        templates.choices = template_names()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        file, name = cleaned.get("file"), cleaned.get("template")
        if self.errors:
            return cleaned
        if file:
            cleaned["incoming"] = self._read(file)
        elif name:
            cleaned["incoming"] = template(name)
        else:
            raise forms.ValidationError("Bitte eine Vorlage wählen oder eine Datei angeben.")
        return cleaned

    def _read(self, file: Any) -> Incoming | None:
        if file.size > LIMIT_BYTES:
            self.add_error("file", "Die Datei ist zu groß für ein Formular.")
            return None
        try:
            return read_form(file.read())
        except NotImportable as error:
            self.add_error("file", str(error))
            return None
