"""Files of tours and houses: upload, look at what would change, take over."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.admin import messages

from ...domain.problems import NotPlannable
from ...enums import ImportKind
from ...exports.plans import ranges_table, tours_table
from ...forms.imports import ImportForm
from ...imports import ranges, tours
from ...imports.running import check, discard, take_over
from ...imports.tables import FILE_LIMIT_BYTES
from ...models import Plan
from .access import WasteFormPage, WastePage, deed, plan_of

RUNS_SHOWN = 20
TABLES = {ImportKind.TOURS: tours_table, ImportKind.RANGES: ranges_table}


class ImportsView(WasteFormPage):
    form_class = ImportForm
    template_name = "waste/backoffice/imports.html"
    page_title = "Touren und Straßen einlesen"
    button = "Prüfen"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            runs=self.plan.imports.defer("text", "problems").select_related("made_by")[:RUNS_SHOWN],
            tour_columns=";".join((*tours.NEEDED, *tours.OPTIONAL)),
            range_columns=";".join((*ranges.NEEDED, *ranges.OPTIONAL)),
            **kwargs,
        )

    def form_valid(self, form: Any) -> HttpResponse:
        values = form.cleaned_data
        data = values["file"].read(FILE_LIMIT_BYTES + 1)
        run = check(self.plan, ImportKind(values["kind"]), data, self.request.user)
        return HttpResponseRedirect(reverse("waste_work:import", args=[self.plan.year, run.pk]))


class ImportView(WastePage):
    """The report of one file."""

    template_name = "waste/backoffice/import.html"
    page_title = "Bericht zur Datei"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        runs = self.plan.imports.defer("text").select_related("made_by")
        run = get_object_or_404(runs, pk=kwargs["import_id"])
        return super().get_context_data(run=run, **kwargs)


@deed
def take_import_over(request: HttpRequest, plan: Plan, import_id: int) -> str:
    run = get_object_or_404(plan.imports.select_related("plan"), pk=import_id)
    take_over(run, request.user)
    return "Die Datei ist übernommen."


@deed
def throw_import_away(request: HttpRequest, plan: Plan, import_id: int) -> str:
    if not discard(get_object_or_404(plan.imports, pk=import_id)):
        raise NotPlannable("Diese Datei lässt sich nicht mehr verwerfen.")
    return "Die Datei ist verworfen, nichts wurde übernommen."


def as_table(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """What can be changed in a spreadsheet and read in again."""
    plan = plan_of(year)
    if kind not in ImportKind.values:
        messages.error(request, "Diese Tabelle gibt es nicht.")
        return HttpResponseRedirect(reverse("waste_work:imports", args=[year]))
    response = HttpResponse(TABLES[ImportKind(kind)](plan), content_type="text/csv; charset=utf-8")
    name = "touren" if kind == ImportKind.TOURS else "strassen"
    response["Content-Disposition"] = f'attachment; filename="abfuhr-{name}-{year}.csv"'
    return response
