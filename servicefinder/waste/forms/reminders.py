"""Forms about reminders. None needs a cookie or JavaScript."""

from typing import Any

from django import forms

from capabilities.forms import CookielessForm

from ..enums import ReminderHour

WORDS = {
    "de": {
        "email": ("E-Mail-Adresse", "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de."),
        "hour": ("Wann?", "Bitte wählen Sie."),
        "evening": "am Vorabend um 18 Uhr",
        "morning": "am Tag um 6 Uhr",
        "art": ("Woran?", "Ohne Auswahl an alles."),
    },
    "en": {
        "email": ("E-mail address", "Please enter an e-mail address such as name@example.org."),
        "hour": ("When?", "Please choose."),
        "evening": "the evening before at 6 pm",
        "morning": "on the day at 6 am",
        "art": ("Of what?", "Of everything if you choose nothing."),
    },
}


class ReminderForm(CookielessForm):
    purpose = "waste.reminder"

    email = forms.EmailField(max_length=254)
    hour = forms.ChoiceField(widget=forms.RadioSelect, initial=ReminderHour.EVENING)
    art = forms.TypedMultipleChoiceField(coerce=int, required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, bins: list[tuple[int, str]], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words: Any = WORDS.get(language, WORDS["de"])
        for name in ("email", "hour"):
            field = self.fields[name]
            field.label, message = words[name]
            field.error_messages.update(required=message, invalid=message, invalid_choice=message)
        self.fields["hour"].choices = [(each.value, words[each.value]) for each in ReminderHour]  # type: ignore[attr-defined]
        self.fields["art"].label, self.fields["art"].help_text = words["art"]
        self.fields["art"].choices = bins  # type: ignore[attr-defined]
