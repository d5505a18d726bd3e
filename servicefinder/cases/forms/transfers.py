"""Which closed cases are handed over to another authority."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from ..domain.case_types import departments_decided_by
from ..domain.transfers import transferable
from ..models import Case
from .days import date_input
from .lists import ANY, type_names


class TransferForm(forms.Form):
    department: Any = forms.ModelChoiceField(None, label="Abgebendes Amt", empty_label=None)
    recipient = forms.CharField(
        label="Empfänger", max_length=150, help_text="Zum Beispiel das Stadtarchiv. Steht in der Nachricht."
    )
    case_type = forms.ChoiceField(label="Vorgangsart", required=False)
    closed_from = forms.DateField(label="Abgeschlossen ab", required=False, widget=date_input())
    closed_until = forms.DateField(label="Abgeschlossen bis", required=False, widget=date_input())
    again = forms.BooleanField(label="Auch Vorgänge, die schon in einer Abgabe waren", required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        departments = departments_decided_by(user)
        field: Any = self.fields["department"]
        field.queryset = departments
        types: Any = self.fields["case_type"]
        types.choices = [ANY, *type_names(set(departments.values_list("pk", flat=True))).items()]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        first, last = values.get("closed_from"), values.get("closed_until")
        if first and last and last < first:
            self.add_error("closed_until", "Das Ende liegt vor dem Anfang.")
        return values

    def chosen(self) -> QuerySet[Case]:
        values = self.cleaned_data
        cases = transferable(values["department"], again=values["again"])
        if values["case_type"]:
            cases = cases.filter(type_version__case_type__key=values["case_type"])
        if values["closed_from"]:
            cases = cases.filter(closed_at__date__gte=values["closed_from"])
        if values["closed_until"]:
            cases = cases.filter(closed_at__date__lte=values["closed_until"])
        return cases
