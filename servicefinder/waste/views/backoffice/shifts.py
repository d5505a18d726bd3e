"""Moving single days, by a form: with or without script, by mouse or keyboard it ends here."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from ...domain.holidays import propose_again
from ...domain.problems import NotPlannable
from ...domain.shifting import move, take_back
from ...enums import HolidayPolicy
from ...forms.backoffice import PolicyForm
from ...forms.shifts import ShiftForm
from ...models import Fraction, Plan, Shift, Tour
from .access import WasteFormPage, deed


@deed
def propose(request: HttpRequest, plan: Plan) -> str:
    form = PolicyForm(request.POST)
    if not form.is_valid():
        raise NotPlannable("Bitte wählen Sie, was an Feiertagen gilt.")
    shifts = propose_again(plan, HolidayPolicy(form.cleaned_data["policy"]), request.user)
    if not shifts:
        return "Zu den Verschiebungen, die schon hier stehen, kommt nichts Neues."
    return f"{len(shifts)} Verschiebungen sind vorgeschlagen."


@deed
def take_shift_back(request: HttpRequest, plan: Plan, shift_id: int) -> str:
    take_back(get_object_or_404(plan.shifts.select_related("plan"), pk=shift_id), request.user)
    return "Die Verschiebung ist zurückgenommen."


class ShiftView(WasteFormPage):
    """`?tag=` the planned day; `tour=`, `art=` what; `nach=` where a script has dropped it."""

    form_class = ShiftForm
    template_name = "waste/backoffice/shift.html"
    button = "Verschieben"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.asked = request.GET
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return "Tag verschieben"

    def get_form_kwargs(self) -> dict[str, Any]:
        tour, fraction, day = self._tour(), self._fraction(), self._day("tag")
        if day is None or day.year != self.plan.year:
            raise Http404
        there = Shift.objects.filter(plan=self.plan, planned_on=day, tour=tour, fraction=fraction).first()
        initial: dict[str, Any] = {
            "moved_to": self._day("nach") or (there and there.moved_to),
            "reason": there and there.reason,
        }
        if there and there.moved_to is None and not there.conflict:
            initial["cancelled"] = True
        return {**super().get_form_kwargs(), "initial": initial} | {
            "plan": self.plan,
            "tour": tour,
            "fraction": fraction,
            "planned_on": day,
        }

    def back(self) -> str:
        day = self._day("tag")
        if self.asked.get("von") == "jahr" or day is None:
            return super().back()
        return reverse("waste_work:grid", args=[self.plan.year]) + f"?monat={day.month}"

    def perform(self, form: Any) -> str:
        wanted = form.move()
        move(self.plan, wanted, self.request.user)
        return f"{wanted.label}. Öffentlich wird es erst nach Freigabe und Veröffentlichung."

    def _tour(self) -> Tour | None:
        code = self.asked.get("tour", "")
        return get_object_or_404(Tour, plan=self.plan, code=code) if code else None

    def _fraction(self) -> Fraction | None:
        key = self.asked.get("art", "")
        return get_object_or_404(Fraction, key=key) if key else None

    def _day(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self.asked.get(name, ""))
        except ValueError:
            return None
