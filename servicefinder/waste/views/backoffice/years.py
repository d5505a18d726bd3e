"""The years, and one year on one page."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from wagtail.admin import messages

from ...domain.copying import copy_plan, empty_plan, tours_with_listed_days
from ...domain.undoing import step_to_undo
from ...forms.backoffice import NewYearForm, PolicyForm
from ...models import Plan
from ...presentation.backoffice.years import shifts_of, steps_of_year, year_rows
from .access import WasteFormPage, WastePage, year_url

STEPS_SHOWN = 30
REVISIONS_SHOWN = 10


class YearsView(WastePage):
    template_name = "waste/backoffice/years.html"
    page_title = "Abfuhr"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(rows=year_rows(), **kwargs)


class NewYearView(WasteFormPage):
    form_class = NewYearForm
    page_title = "Neues Jahr anlegen"
    button = "Anlegen"

    def form_valid(self, form: Any) -> HttpResponse:
        self.made: Plan | None = None
        response = super().form_valid(form)
        return HttpResponseRedirect(year_url(self.made)) if self.made else response

    def perform(self, form: Any) -> str:
        values = form.cleaned_data
        if not values["source"]:
            self.made = empty_plan(values["year"], self.request.user)
            return f"{self.made} ist angelegt. Bitte die Touren einlesen."
        self.made = copied = copy_plan(values["source"], values["year"], self.request.user)
        listed = tours_with_listed_days(copied)
        if listed:
            names = ", ".join(tour.name for tour in listed)
            messages.warning(self.request, f"Bitte die einzeln genannten Tage prüfen, bei: {names}.")
        return f"{self.made} ist angelegt. Die Feiertage sind vorgeschlagen."


class YearView(WastePage):
    template_name = "waste/backoffice/year.html"

    def get_page_title(self) -> str:
        return str(self.plan)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        conflicts, shifts = shifts_of(self.plan)
        return super().get_context_data(**kwargs) | {
            "todo": steps_of_year(self.plan, conflicts, shifts),
            "conflicts": conflicts,
            "shifts": shifts,
            "policy": PolicyForm(initial={"policy": self.plan.policy}),
            "undoable": step_to_undo(self.plan),
            "journal": self.plan.steps.defer("before").select_related("made_by")[:STEPS_SHOWN],
            "revisions": self._revisions(),
            "may_withdraw": self.plan.year > timezone.localdate().year,
        }

    def _revisions(self) -> Any:
        """Without what they hold: that is long."""
        if not self.plan or not self.plan.is_public:
            return []
        return self.plan.revisions.defer("content").select_related("made_by")[:REVISIONS_SHOWN]
