"""Types of cases, text modules and deputies."""

from datetime import timedelta
from typing import Any

from django import forms

from servicefinder.catalogue.models import Department, Service

from ..domain.case_types import TypeValues, departments_decided_by
from ..domain.deputies import people_led_by, possible_deputies, shares_department, stands_in_already
from ..domain.visibility import departments_of
from ..enums import CaseState
from ..models import CaseTypeVersion, Deputy, TextModule
from .days import date_input
from .working import text_area

WORDS = "words_"
LONGEST_ABSENCE = timedelta(days=366)


class TypeVersionForm(forms.ModelForm):
    """Words for states are asked for one by one; empty ones keep the usual word."""

    class Meta:
        model = CaseTypeVersion
        fields = ("name", "due_working_days", "retention_months", "legal_basis", "file_plan_sign")
        help_texts = {"retention_months": "Eine Änderung muss eine zweite Person freigeben."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for state in CaseState:
            self.fields[f"{WORDS}{state}"] = forms.CharField(
                label=f"Bürgerinnen und Bürger lesen statt „{state.label}“",
                required=False,
                max_length=200,
                initial=self.instance.state_words.get(state, ""),
            )

    def values(self) -> TypeValues:
        cleaned = self.cleaned_data
        words = {state.value: cleaned[f"{WORDS}{state}"] for state in CaseState if cleaned[f"{WORDS}{state}"]}
        return TypeValues(**{name: cleaned[name] for name in self.Meta.fields}, state_words=words)


class NewTypeForm(TypeVersionForm):
    key = forms.SlugField(
        label="Kennung", max_length=60, help_text="Kleinbuchstaben, Ziffern und Bindestriche."
    )
    department: Any = forms.ModelChoiceField(None, label="Zuständiges Amt", empty_label=None)
    service: Any = forms.ModelChoiceField(None, label="Dienstleistung", required=False)
    field_order = ("department", "service", "key")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        departments = departments_decided_by(user)
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]
        services = Service.objects.filter(department__in=departments)
        self.fields["service"].queryset = services  # type: ignore[attr-defined]


class TextModuleForm(forms.ModelForm):
    class Meta:
        model = TextModule
        fields = ("department", "name", "text")
        widgets = {"text": text_area(8)}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Department.objects.filter(pk__in=departments_of(user))
        self.fields["department"].queryset = own  # type: ignore[attr-defined]
        self.fields["department"].empty_label = None  # type: ignore[attr-defined]


class DeputyForm(forms.ModelForm):
    class Meta:
        model = Deputy
        fields = ("person", "deputy", "valid_from", "valid_until")
        widgets = {"valid_from": date_input(), "valid_until": date_input()}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people_led_by(user)  # type: ignore[attr-defined]
        self.fields["deputy"].queryset = possible_deputies(user)  # type: ignore[attr-defined]
        self.initial.setdefault("person", user.pk)
        self.instance.entered_by = user

    def clean(self) -> dict[str, Any]:
        """Beside the fields: the constraints of the model would speak of their own names."""
        values = super().clean() or self.cleaned_data
        self._check_people()
        self._check_days()
        if not self.errors and stands_in_already(*(values[name] for name in self.Meta.fields)):
            self.add_error("valid_from", "Für diese Zeit ist dieselbe Vertretung schon eingetragen.")
        return values

    def _check_people(self) -> None:
        person, deputy = self.cleaned_data.get("person"), self.cleaned_data.get("deputy")
        if not person or not deputy:
            return
        if person == deputy:
            self.add_error("deputy", "Niemand vertritt sich selbst.")
        elif not shares_department(person, deputy):
            self.add_error("deputy", "Vertreten kann nur, wer zu demselben Amt gehört.")

    def _check_days(self) -> None:
        first, last = self.cleaned_data.get("valid_from"), self.cleaned_data.get("valid_until")
        if not first or not last:
            return
        if last < first:
            self.add_error("valid_until", "Das Ende liegt vor dem Anfang.")
        elif last - first > LONGEST_ABSENCE:
            self.add_error("valid_until", "Eine Vertretung dauert höchstens ein Jahr.")
