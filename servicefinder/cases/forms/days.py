"""Days that people type: the box for them, and which of them make no sense."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone

FURTHEST_DUE = timedelta(days=5 * 366)
OLDEST_PERSON_YEARS = 130


def date_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def not_in_future(day: date) -> None:
    if day > timezone.localdate():
        raise forms.ValidationError("Der Tag liegt in der Zukunft.")


def within_reach(day: date) -> None:
    """A day that the city can still keep: the citizen reads it."""
    today = timezone.localdate()
    if day < today:
        raise forms.ValidationError("Der Tag liegt in der Vergangenheit.")
    if day > today + FURTHEST_DUE:
        raise forms.ValidationError("Der Tag liegt mehr als fünf Jahre voraus. Bitte prüfen Sie das Jahr.")


def not_born_too_early(day: date) -> None:
    if day.year < timezone.localdate().year - OLDEST_PERSON_YEARS:
        raise forms.ValidationError("Das liegt mehr als 130 Jahre zurück. Bitte prüfen Sie das Jahr.")
