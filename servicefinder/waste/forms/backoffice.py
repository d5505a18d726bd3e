"""Forms of the waste department."""

from typing import Any

from django import forms
from django.utils import timezone

from ..enums import HolidayPolicy
from ..models import Plan
from .dates import MomentField


class NewYearForm(forms.Form):
    source = forms.ModelChoiceField(
        Plan.objects.all(),
        label="Vorlage",
        empty_label="keine: Touren kommen aus einer Datei",
        required=False,
        help_text="Touren, Rhythmen und Straßen laufen über den Jahreswechsel weiter.",
    )
    year = forms.IntegerField(label="Neues Jahr", min_value=2000, max_value=2100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = Plan.objects.first()
        self.fields["year"].initial = newest.year + 1 if newest else timezone.localdate().year
        self.fields["source"].initial = newest


class PolicyForm(forms.Form):
    policy = forms.ChoiceField(label="An Feiertagen", choices=HolidayPolicy.choices)


class ScheduleForm(forms.Form):
    at = MomentField(label="Tag und Uhrzeit")


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button is the answer."""
