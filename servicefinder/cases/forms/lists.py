"""What a list of cases is filtered by, read from the address: odd values are no filter."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q

from servicefinder.catalogue.models import Department

from ..domain.assigning import people_of
from ..domain.listing import Wanted
from ..enums import CaseState, Origin
from ..models import CaseTypeVersion
from .days import date_input

ANY = ("", "alle")


class ListForm(forms.Form):
    """Of the person's `departments`."""

    zustand = forms.ChoiceField(
        label="Zustand",
        required=False,
        choices=[("", "nicht abgeschlossen"), *CaseState.choices, ("all", "alle")],
    )
    frist = forms.ChoiceField(
        label="Frist",
        required=False,
        choices=[ANY, ("late", "überfällig"), ("today", "heute fällig"), ("soon", "bis in 7 Tagen fällig")],
    )
    zustaendig = forms.ChoiceField(label="Zuständig", required=False)
    art = forms.ChoiceField(label="Vorgangsart", required=False)
    eingang = forms.ChoiceField(label="Eingang", required=False, choices=[ANY, *Origin.choices])
    besonders = forms.ChoiceField(
        label="Besonderheit",
        required=False,
        choices=[
            ANY,
            ("unpaid", "Zahlung offen"),
            ("bounced", "E-Mail kam zurück"),
            ("duplicate", "Doppel"),
            ("held", "von der Löschung zurückgestellt"),
            ("stuck", "Übergabe hängt"),
        ],
    )
    amt = forms.ChoiceField(label="Amt", required=False)
    von = forms.DateField(label="Eingegangen ab", required=False, widget=date_input())
    bis = forms.DateField(label="Eingegangen bis", required=False, widget=date_input())

    def __init__(self, *args: Any, departments: set[UUID], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.departments = departments
        # Asked only where a filter is set, or where the form is shown.
        self._choose("zustaendig", lambda: [ANY, ("me", "ich"), ("nobody", "niemand"), *self.people])
        self._choose("art", lambda: [ANY, *self._types.items()])
        if len(departments) > 1:
            names = Department.objects.filter(pk__in=departments).values_list("pk", "name")
            self._choose("amt", [ANY, *((str(pk), name) for pk, name in names)])
        else:
            del self.fields["amt"]

    def wanted(self) -> Wanted:
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            state=values.get("zustand") or "open",
            case_type=values.get("art", ""),
            assigned=values.get("zustaendig", ""),
            due=values.get("frist", ""),
            origin=values.get("eingang", ""),
            special=values.get("besonders", ""),
            department=UUID(values["amt"]) if values.get("amt") else None,
            received_from=values.get("von"),
            received_until=values.get("bis"),
        )

    @cached_property
    def people(self) -> list[tuple[str, str]]:
        return [(str(each.pk), str(each)) for each in people_of(Q(department__in=self.departments))]

    @cached_property
    def _types(self) -> dict[str, str]:
        return type_names(self.departments)

    def _choose(self, name: str, choices: Any) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


def type_names(departments: set[UUID]) -> dict[str, str]:
    """Key and name in force of the types that the departments own, by name."""
    versions = CaseTypeVersion.objects.filter(
        case_type__department__in=departments, approved_at__isnull=False
    ).order_by("number")
    names = dict(versions.values_list("case_type__key", "name"))
    return dict(sorted(names.items(), key=lambda each: each[1]))
