"""Several rows of one form, which grow without script and lose nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms

ROWS_MORE = 3


class SharedChoiceField(forms.TypedChoiceField):
    """One of several objects, which are read once for all rows."""

    def offer(self, objects: Iterable[Any]) -> None:
        self.offered = {str(each.pk): each for each in objects}
        self.choices = [("", "bitte wählen"), *((pk, str(each)) for pk, each in self.offered.items())]
        self.coerce = self._chosen

    def _chosen(self, value: str) -> Any:
        """Also asked whether a wrong value has changed."""
        if value not in self.offered:
            raise ValueError(value)
        return self.offered[value]


class RowsFormSet(forms.BaseFormSet):
    """Rows that are left empty or marked for removal do not count, wherever they stand."""

    def initial_form_count(self) -> int:
        """What was there before may be emptied like every other row."""
        return 0 if self.is_bound else super().initial_form_count()

    @property
    def rows(self) -> list[Any]:
        """The forms that count."""
        return [
            form for form in self.forms if form.has_changed() and not form.cleaned_data.get("DELETE", False)
        ]

    @property
    def mistakes(self) -> list[tuple[int, str, str]]:
        """Number of the row, name of the field and its id, for each field with a message."""
        return [
            (number, str(field.label), field.id_for_label)
            for number, form in enumerate(self.forms, start=1)
            for field in form
            if field.errors
        ]

    def typed(self) -> list[dict[str, Any]]:
        """What stands in the rows, right or wrong, as initial values of a longer form."""
        return [
            {name: form[name].value() for name in form.fields} for form in self.forms if form.has_changed()
        ]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "diese Zeile entfernen"
