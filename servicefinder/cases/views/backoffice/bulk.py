"""The same deed for several cases: each is checked by itself."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages

from ...domain.assigning import assign
from ...domain.handing_over import hand_over, may_dispose
from ...domain.journal import Actor
from ...domain.transitions import CaseChanged, NotPossible, move
from ...domain.visibility import visible_cases
from ...enums import CaseState
from ...forms.bulk import ASSIGN, BEGIN, BulkForm
from ...models import Case
from .access import WorkPage, actor
from .lists import CASES_PER_PAGE


@dataclass(frozen=True)
class Failure:
    reference: str
    why: str


class BulkView(WorkPage, TemplateView):
    """Chosen cases come as `<uuid>:<seen version>`; what the person does not see is passed over."""

    template_name = "cases/admin/bulk.html"
    page_title = "Sammelaktion"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(reverse("cases_work:list"))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = BulkForm(request.POST, departments=request.case_departments)  # type: ignore[attr-defined]
        chosen = _chosen(request.POST.getlist("vorgang")[:CASES_PER_PAGE])
        if not form.is_valid():
            return self._again(form, chosen)
        if not chosen:
            messages.warning(request, "Sie haben keinen Vorgang gewählt.")
            return HttpResponseRedirect(reverse("cases_work:list"))
        cases = visible_cases(request.user).filter(pk__in=chosen).select_related("type_version__case_type")
        done: list[str] = []
        failures: list[Failure] = []
        for case in cases.order_by("pk"):
            try:
                self._do(case, form.cleaned_data, chosen[case.pk], actor(request))
                done.append(case.reference)
            except (NotPossible, CaseChanged) as error:
                failures.append(Failure(case.reference, str(error)))
        return self.render_to_response(self.get_context_data(done=done, failures=failures))

    def _do(self, case: Case, values: dict[str, Any], seen: int, by: Actor) -> None:
        if values["deed"] == ASSIGN:
            assign(case, values["person"], by, seen_version=seen)
        elif values["deed"] == BEGIN:
            if case.state == CaseState.WAITING:
                raise NotPossible("Eine Rückfrage ist offen. Der Vorgang wartet auf die Antwort.")
            move(case, CaseState.IN_WORK, by, seen_version=seen)
        elif not may_dispose(self.request.user, case):
            raise NotPossible("Nur das zuständige Amt gibt einen Vorgang ab.")
        else:
            hand_over(case, values["department"], by, reason=values["reason"], seen_version=seen)

    def _again(self, form: BulkForm, chosen: dict[UUID, int]) -> HttpResponse:
        kept = [f"{pk}:{version}" for pk, version in chosen.items()]
        return self.render_to_response(self.get_context_data(form=form, kept=kept), status=422)


def _chosen(typed: list[str]) -> dict[UUID, int]:
    """By case; what cannot be read is left out."""
    found = {}
    for each in typed:
        pk, _, version = each.partition(":")
        try:
            found[UUID(pk)] = int(version)
        except ValueError:
            continue
    return found
