"""Saving an area: no house may belong to two areas of one kind."""

from collections import defaultdict
from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from ..domain.ranges import in_words, overlap
from ..models import AreaRange


class AreaForm(WagtailAdminModelForm):
    """The error stands at the range, and names the other one."""

    def is_valid(self) -> bool:
        valid: bool = super().is_valid()
        return self._ranges_are_apart() and valid

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        taken = [
            f"{district} ({', '.join(area.name for area in areas)})"
            for district in cleaned.get("districts") or ()
            if (areas := district.areas.filter(kind=cleaned.get("kind")).exclude(pk=self.instance.pk))
        ]
        if taken:
            self.add_error("districts", f"Gehört schon zu einem anderen Gebiet: {', '.join(taken)}.")
        return cleaned

    def _ranges_are_apart(self) -> bool:
        formset = self.formsets["ranges"]
        forms = [form for form in formset.forms if self._counts(form, formset)]
        elsewhere = _of_other_areas(self.instance.pk, self.cleaned_data.get("kind"), forms)
        fine = True
        for place, form in enumerate(forms):
            one = form.instance
            others = [each.instance for each in forms[:place] if each.instance.street_id == one.street_id]
            for other in (*others, *elsewhere[one.street_id]):
                if overlap(one, other):
                    form.add_error("first_number", _clash(one, other))
                    fine = False
        return fine

    def _counts(self, form: Any, formset: Any) -> bool:
        """Whole and not about to be deleted."""
        if formset.can_delete and formset._should_delete_form(form):
            return False
        return form.is_valid() and (form.has_changed() or bool(form.instance.pk))


def _of_other_areas(area: int | None, kind: str | None, forms: list[Any]) -> dict[int, list[AreaRange]]:
    """Ranges of areas of the kind by street, for the streets of the forms. One query."""
    streets = {form.instance.street_id for form in forms}
    rows = AreaRange.objects.filter(street__in=streets, area__kind=kind).exclude(area=area)
    found = defaultdict(list)
    for row in rows.select_related("area", "street"):
        found[row.street_id].append(row)
    return found


def _clash(one: AreaRange, other: AreaRange) -> str:
    where = f" im Gebiet „{other.area.name}“" if other.area_id else " weiter oben"
    return f"Überschneidet sich mit {other.street} {in_words(other)}{where}."
