"""Which houses of a street belong to which tour."""

from typing import Any

from django import forms

from servicefinder.addresses.domain.ranges import named_houses
from servicefinder.addresses.enums import Parity
from servicefinder.addresses.imports.texts import house
from servicefinder.addresses.models import Street
from uploads.domain.tables import WrongCell

from ..domain.assignments import Part, faults_of
from ..models import Plan, TourRange
from .rows import RowsFormSet, SharedChoiceField

PARTS_LIMIT = 60


class HouseField(forms.CharField):
    """`12`, `12 a`: a number and letters; empty is None."""

    def to_python(self, value: Any) -> tuple[int, str] | None:  # type: ignore[override]
        text = super().to_python(value)
        try:
            return house(text) if text else None
        except WrongCell:
            raise forms.ValidationError("Bitte eine Hausnummer wie 12 oder 12 a.") from None

    def prepare_value(self, value: Any) -> Any:
        return f"{value[0]} {value[1]}".strip() if isinstance(value, tuple) else value


class PartForm(forms.Form):
    first = HouseField(
        label="Von Hausnummer", required=False, max_length=12, help_text="Leer: von Anfang an."
    )
    last = HouseField(label="Bis Hausnummer", required=False, max_length=12, help_text="Leer: bis zum Ende.")
    parity = forms.ChoiceField(label="Seite", choices=Parity.choices, initial=Parity.ALL)
    tour = SharedChoiceField(label="Tour")

    def __init__(self, *args: Any, tours: Any, street: Street, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.street = street
        self.fields["tour"].offer(tours)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """By the rules of the model, told beside the field."""
        values: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                self.range().clean()
            except forms.ValidationError as problem:
                names = {"last_number": "last", "last_suffix": "last", "parity": "parity"}
                for name, messages in problem.message_dict.items():
                    self.add_error(names[name], messages)
        return values

    def range(self) -> TourRange:
        """Unsaved."""
        values = self.cleaned_data
        first, last = values["first"] or (1, ""), values["last"]
        return TourRange(
            street=self.street,
            tour=values["tour"],
            parity=values["parity"],
            first_number=first[0],
            first_suffix=first[1],
            last_number=last and last[0],
            last_suffix=last[1] if last else "",
        )


class BasePartFormSet(RowsFormSet):
    """Refuses houses without a tour, and with two for one bin; both are named."""

    def __init__(self, *args: Any, plan: Plan, street: Street, **kwargs: Any) -> None:
        self.plan, self.street = plan, street
        form_kwargs = {"tours": list(plan.tours.order_by("code")), "street": street}
        super().__init__(*args, **{"form_kwargs": form_kwargs, **kwargs})

    def clean(self) -> None:
        if any(form.errors for form in self.rows):
            return
        parts = [Part(form, form.cleaned_data["tour"].code, form.range()) for form in self.rows]
        faults = faults_of(self.plan, {self.street.pk: parts})
        for earlier, form in faults.doubles:
            place = self.forms.index(earlier) + 1
            houses = named_houses(faults.doubles[earlier, form])
            text = f"Überschneidet sich mit Abschnitt {place}: zwei Touren für eine Tonne hätten {houses}."
            form.add_error("tour", text)
        if holes := faults.holes.get(self.street.pk):
            raise forms.ValidationError(f"Ohne Tour wären {named_houses(holes)}.")
        if not parts:
            raise forms.ValidationError("Bitte mindestens einen Abschnitt mit einer Tour angeben.")

    def ranges(self) -> list[TourRange]:
        return [form.range() for form in self.rows]


PartFormSet: Any = forms.formset_factory(
    PartForm,
    formset=BasePartFormSet,
    extra=1,
    max_num=PARTS_LIMIT,
    absolute_max=PARTS_LIMIT,
    can_delete=True,
)


def initial_parts(plan: Plan, street: Street) -> list[dict[str, Any]]:
    """In the order of the houses. One query."""
    rows = TourRange.objects.filter(tour__plan=plan, street=street)
    return [
        {
            "first": (row.first_number, row.first_suffix)
            if row.first_number > 1 or row.first_suffix
            else None,
            "last": (row.last_number, row.last_suffix) if row.last_number is not None else None,
            "parity": row.parity,
            "tour": row.tour_id,
        }
        for row in rows.order_by("first_number", "first_suffix", "parity", "tour__code")
    ]
