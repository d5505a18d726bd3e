"""A case that staff record for somebody."""

import uuid
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_possible_number, parse

from servicefinder.catalogue.models import Service

from ..domain.contents import IncomingFile, Person
from ..domain.recording_paper import STAFF_ORIGINS, recordable_types
from ..domain.visibility import departments_of
from .days import date_input, not_born_too_early, not_in_future
from .lists import type_names
from .working import STAFF_FILES, SafeFileField, incoming, text_area

NAME_LIMIT_CHARACTERS = 120
OLDEST = timedelta(days=366)


class PaperForm(forms.Form):
    """`submission_key` makes two clicks one case."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput)
    case_type: Any = forms.ModelChoiceField(None, label="Vorgangsart")
    origin = forms.ChoiceField(
        label="Wie kam das Anliegen?", choices=[(each.value, each.label) for each in STAFF_ORIGINS]
    )
    arrived_on = forms.DateField(
        label="Eingegangen am",
        widget=date_input(),
        help_text="Tag, an dem das Anliegen bei der Stadt ankam. Von ihm an läuft die Frist.",
    )
    service: Any = forms.ModelChoiceField(
        None, label="Dienstleistung", required=False, empty_label="die der Vorgangsart"
    )
    family_name = forms.CharField(label="Familienname", required=False, max_length=NAME_LIMIT_CHARACTERS)
    given_names = forms.CharField(label="Vornamen", required=False, max_length=NAME_LIMIT_CHARACTERS)
    birth_date = forms.DateField(
        label="Geburtsdatum",
        required=False,
        widget=date_input(),
        validators=[not_in_future, not_born_too_early],
    )
    email = forms.EmailField(
        label="E-Mail",
        required=False,
        max_length=254,
        help_text="Ohne E-Mail drucken Sie gleich Aktenzeichen und Zugangscode aus.",
    )
    phone = forms.CharField(label="Telefon", required=False, max_length=40)
    text = forms.CharField(label="Anliegen", max_length=20_000, widget=text_area(8))
    file = SafeFileField(label="Dokument", required=False, allowed=STAFF_FILES)
    file_2 = SafeFileField(label="Zweites Dokument", required=False, allowed=STAFF_FILES)
    file_3 = SafeFileField(label="Drittes Dokument", required=False, allowed=STAFF_FILES)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("submission_key", uuid.uuid4())
        self.initial.setdefault("arrived_on", timezone.localdate())
        services: Any = self.fields["service"]
        services.queryset = Service.objects.filter(department__in=departments_of(user)).order_by("name")
        field: Any = self.fields["case_type"]
        field.queryset = recordable_types(user)
        names = type_names(departments_of(user))
        field.label_from_instance = lambda case_type: names.get(case_type.key, case_type.key)

    def clean_arrived_on(self) -> date:
        day: date = self.cleaned_data["arrived_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Der Tag liegt in der Zukunft.")
        if day < timezone.localdate() - OLDEST:
            raise forms.ValidationError("Der Tag liegt mehr als ein Jahr zurück. Bitte prüfen Sie das Jahr.")
        return day

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"]
        if not typed:
            return ""
        try:
            number = parse(typed, "DE")
        except NumberParseException:
            raise forms.ValidationError("Das ist keine Telefonnummer.") from None
        if not is_possible_number(number):
            raise forms.ValidationError("Diese Telefonnummer hat zu viele oder zu wenige Ziffern.")
        return format_number(number, PhoneNumberFormat.INTERNATIONAL)

    def person(self) -> Person:
        values = self.cleaned_data
        born = values["birth_date"]
        return Person(
            values["family_name"], values["given_names"], values["email"], values["phone"], str(born or "")
        )

    def handed_in(self) -> tuple[IncomingFile, ...]:
        given = (self.cleaned_data.get(name) for name in ("file", "file_2", "file_3"))
        return tuple(incoming(file) for file in given if file)
