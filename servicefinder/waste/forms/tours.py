"""A tour and its rhythms."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from ..domain.rhythm_rules import clashing_seasons, doubled_by
from ..enums import RhythmKind
from ..models import Fraction, Plan, Rhythm, Tour
from .dates import DAYS, DayField
from .rows import RowsFormSet, SharedChoiceField

WEEKS_LIMIT = 26
RHYTHMS_LIMIT = 40
LAST = -1
NTHS = [("", "–"), (1, "erster"), (2, "zweiter"), (3, "dritter"), (4, "vierter"), (LAST, "letzter")]


class TourForm(forms.Form):
    """With `tour` its code stays: it stands in calendars that people have subscribed to."""

    code = forms.CharField(
        label="Kennung",
        max_length=40,
        validators=[RegexValidator(r"^[a-z0-9-]+\Z", "Nur a–z, 0–9 und Bindestrich.")],
        help_text="Kurz, etwa „n1“. Bleibt von Jahr zu Jahr gleich, weil sie in den Kalendern steht.",
    )
    name = forms.CharField(label="Name", max_length=80, help_text="Steht unter den öffentlichen Änderungen.")
    note = forms.CharField(
        label="Hinweis für das Amt",
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text="Zum Beispiel Fahrzeug, Sackgassen, Ansprechperson. Nicht öffentlich.",
    )

    def __init__(self, *args: Any, plan: Plan, tour: Tour | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan, self.tour = plan, tour
        if tour:
            self.fields["code"].disabled = True

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if self.tour is None and self.plan.tours.filter(code=code).exists():
            raise forms.ValidationError("Diese Kennung hat schon eine andere Tour des Jahres.")
        return code


class DaysField(forms.CharField):
    """Days in one line: `11.1.2027 1.2.2027`."""

    def to_python(self, value: Any) -> list[date] | None:  # type: ignore[override]
        field = DayField()
        words = [word for word in re.split(r"[\s,;]+", super().to_python(value) or "") if word]
        try:
            return sorted({day for word in words if (day := field.to_python(word))}) or None
        except forms.ValidationError:
            raise forms.ValidationError("Bitte Tage so schreiben: 11.01.2027 01.02.2027.") from None

    def prepare_value(self, value: Any) -> Any:
        return " ".join(f"{day:{DAYS[1]}}" for day in value) if isinstance(value, list) else value


class RhythmForm(forms.Form):
    """What does not belong to the kind of rhythm is left alone."""

    fraction = SharedChoiceField(label="Abfallart")
    kind = forms.ChoiceField(label="Wie oft", choices=RhythmKind.choices, initial=RhythmKind.WEEKS)
    interval = forms.IntegerField(
        label="Alle … Wochen",
        min_value=1,
        max_value=WEEKS_LIMIT,
        required=False,
        help_text="Nur bei „alle … Wochen“: 1 ist jede Woche, 2 jede zweite.",
    )
    nth = forms.TypedChoiceField(
        label="Welcher im Monat",
        choices=NTHS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Nur bei „jeden Monat am … Wochentag“.",
    )
    anchor = DayField(
        label="Ein Tag der Tour",
        required=False,
        help_text="Bestimmt den Wochentag und ab welcher Woche gezählt wird.",
    )
    dates = DaysField(
        label="Einzelne Tage",
        required=False,
        max_length=2000,
        help_text="Nur bei „an einzelnen Tagen“, etwa 11.01.2027 01.02.2027.",
    )
    valid_from = DayField(label="Gilt von", help_text="Anfang der Jahreszeit.")
    valid_until = DayField(label="Gilt bis")

    def __init__(self, *args: Any, fractions: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fraction"].offer(fractions)  # type: ignore[attr-defined]
        self.fields["valid_from"].initial = date(year, 1, 1)
        self.fields["valid_until"].initial = date(year, 12, 31)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        start, end = values.get("valid_from"), values.get("valid_until")
        if start and end and end < start:
            self.add_error("valid_until", "Liegt vor „Gilt von“.")
        kind = values.get("kind")
        if kind == RhythmKind.LISTED:
            self._check_days(values, start, end)
        elif kind and "anchor" in values and not values["anchor"]:
            self.add_error("anchor", "Bitte einen Tag nennen: Er bestimmt auch den Wochentag.")
        if kind == RhythmKind.WEEKS and "interval" in values and not values["interval"]:
            self.add_error("interval", "Bitte sagen, alle wie viele Wochen.")
        if kind == RhythmKind.MONTHLY and "nth" in values and not values["nth"]:
            self.add_error("nth", "Bitte wählen, der wievielte im Monat.")
        return values

    def _check_days(self, values: dict[str, Any], start: date | None, end: date | None) -> None:
        if "dates" not in values:
            return
        days = values["dates"]
        if not days:
            self.add_error("dates", "Bitte die Tage nennen.")
        elif start and end and not (start <= days[0] and days[-1] <= end):
            self.add_error("dates", f"Ein Tag liegt nicht zwischen {start:%d.%m.%Y} und {end:%d.%m.%Y}.")

    def rhythm(self) -> tuple[Rhythm, list[date]]:
        """Unsaved, and the days that are listed."""
        values = self.cleaned_data
        kind = values["kind"]
        rhythm = Rhythm(
            fraction=values["fraction"],
            kind=kind,
            interval=values["interval"] if kind == RhythmKind.WEEKS else 1,
            nth=values["nth"] if kind == RhythmKind.MONTHLY else None,
            anchor=None if kind == RhythmKind.LISTED else values["anchor"],
            valid_from=values["valid_from"],
            valid_until=values["valid_until"],
        )
        return rhythm, values["dates"] if kind == RhythmKind.LISTED else []


class BaseRhythmFormSet(RowsFormSet):
    """`tour` is the code, once it is known: houses must not get a bin from another tour as well."""

    def __init__(self, *args: Any, plan: Plan, tour: str = "", **kwargs: Any) -> None:
        self.plan, self.tour = plan, tour
        form_kwargs = {"fractions": list(Fraction.objects.all()), "year": plan.year}
        super().__init__(*args, **{"form_kwargs": form_kwargs, **kwargs})

    def clean(self) -> None:
        if any(form.errors for form in self.rows):
            return
        wanted = [(form, form.rhythm()[0]) for form in self.rows]
        for first, second in clashing_seasons(("", form, rhythm) for form, rhythm in wanted):
            place = self.forms.index(first) + 1
            second.add_error(
                "valid_from", f"Gilt zur selben Zeit wie Rhythmus {place}, für dieselbe Abfallart."
            )
        bins = {rhythm.fraction_id: form for form, rhythm in reversed(wanted)}
        for each in doubled_by(self.plan, {self.tour: set(bins)}) if self.tour else ():
            text = f"{each.houses} Adressen bekämen diese Abfallart auch von der Tour {each.other}."
            bins[each.fraction_id].add_error("fraction", text)

    def rhythms(self) -> list[tuple[Rhythm, list[date]]]:
        return [form.rhythm() for form in self.rows]


RhythmFormSet: Any = forms.formset_factory(
    RhythmForm,
    formset=BaseRhythmFormSet,
    extra=1,
    max_num=RHYTHMS_LIMIT,
    absolute_max=RHYTHMS_LIMIT,
    can_delete=True,
)


def initial_rhythms(tour: Tour | None) -> list[dict[str, Any]]:
    """Of the tour, as the rows want them. Two queries."""
    if tour is None:
        return []
    rows = tour.rhythms.order_by("fraction__order", "valid_from").prefetch_related("dates")
    names = ("kind", "interval", "nth", "anchor", "valid_from", "valid_until")
    return [
        {name: getattr(row, name) for name in names}
        | {"fraction": row.fraction_id, "dates": [each.day for each in row.dates.all()]}
        for row in rows
    ]


class RemoveTourForm(forms.Form):
    successor = forms.ModelChoiceField(
        Tour.objects.none(),
        label="Wer übernimmt die Straßen?",
        required=False,
        empty_label="niemand",
        help_text="Ohne Nachfolge geht es nur, wenn die Tour keine Straßen mehr hat.",
    )

    def __init__(self, *args: Any, tour: Tour, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = tour.plan.tours.exclude(pk=tour.pk).order_by("code")
        self.fields["successor"].queryset = others  # type: ignore[attr-defined]
