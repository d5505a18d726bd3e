"""Delivery lists: upload, look at the counts, take over."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from ...domain.journal import Actor
from ...domain.pepper_checks import names_in_use
from ...domain.taking_over import agree, discard
from ...enums import LineProblem, RunState
from ...forms.backoffice import ListForm
from ...imports.reading import NEEDED, OPTIONAL
from ...imports.receiving import receive
from ...models import ImportRun
from ...presentation.list_columns import allowed_values, pepper_words, reason
from .access import OfficePage

RUNS_SHOWN = 30
MOVING = (RunState.RECEIVING, RunState.CHECKING, RunState.APPLYING)


class ListsView(OfficePage, TemplateView):
    template_name = "passports/admin/lists.html"
    page_title = "Lieferlisten"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "form": kwargs.get("form") or ListForm(),
            "runs": ImportRun.objects.select_related("by")[:RUNS_SHOWN],
            "columns": ";".join((*NEEDED, *OPTIONAL)),
            "allowed": allowed_values(),
            "peppers": pepper_words(names_in_use()),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ListForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        is_complete = form.cleaned_data["is_complete"]
        run = receive(form.cleaned_data["file"].file, request.user, is_complete=is_complete)
        return HttpResponseRedirect(reverse("passports_work:list", args=[run.pk]))


class ListView(OfficePage, TemplateView):
    template_name = "passports/admin/list.html"

    def get_page_title(self) -> str:
        return f"Lieferliste {self.kwargs['run_id']}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run = get_object_or_404(ImportRun.objects.select_related("by"), pk=self.kwargs["run_id"])
        return super().get_context_data(**kwargs) | {
            "run": run,
            "moving": run.state in MOVING,
            "bad_lines": _reasons(run) if run.bad_lines else [],
        }


def _reasons(run: ImportRun) -> list[tuple[int, str]]:
    allowed = allowed_values()
    return [(number, reason(LineProblem(problem), allowed)) for number, problem in run.bad_lines]


@require_POST
def take_over(request: HttpRequest, run_id: int) -> HttpResponse:
    if not agree(run_id):
        messages.warning(request, "Diese Lieferliste wird schon übernommen oder ist verworfen.")
    return HttpResponseRedirect(reverse("passports_work:list", args=[run_id]))


@require_POST
def throw_away(request: HttpRequest, run_id: int) -> HttpResponse:
    if discard(run_id, Actor.of(request.user)):
        messages.success(request, "Die Lieferliste ist verworfen, nichts wurde übernommen.")
    else:
        messages.warning(request, "Diese Lieferliste lässt sich nicht mehr verwerfen.")
    return HttpResponseRedirect(reverse("passports_work:lists"))
