"""Doing something with a case, and what happens when it cannot be done."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from wagtail.admin import messages

from pdf.rendering import PdfProblem

from ...domain.keys import KeyProblem
from ...domain.transitions import CaseChanged, NotPossible
from ...domain.visibility import visible_cases
from ...forms.working import ModuleForm, WorkForm
from ...models import Case
from ...presentation.backoffice import NO_KEY
from .access import actor, case_for
from .deeds import DEEDS, Deed
from .pages import CasePage

INSERT = "einfuegen"


class DeedView(CasePage):
    """Done, and back to the case; or the case's page with what was typed and why it could not be done:
    422 for a mistake, 409 after somebody else's change.
    """

    deed: Deed = DEEDS[0]
    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, case_id: UUID) -> HttpResponse:
        """After signing in again, or from the history of the browser."""
        case = case_for(request, case_id, own=self.deed.own_only)
        return HttpResponseRedirect(reverse("cases_work:case", args=[case.pk]))

    def post(self, request: HttpRequest, case_id: UUID) -> HttpResponse:
        self.case = case_for(request, case_id, own=self.deed.own_only)
        form: Any = self.deed.form(request.POST, request.FILES, case=self.case, user=request.user)
        self.bound = form
        if INSERT in request.POST and isinstance(form, ModuleForm):
            self.bound = form.with_module()
            return self.shown()
        if not form.is_valid():
            return self.shown(status=422)
        try:
            message = self.deed.perform(self.case, form, actor(request))
        except CaseChanged:
            return self._changed_meanwhile(form)
        except NotPossible as error:
            return self._refused(form, str(error))
        except KeyProblem:
            return self._refused(form, NO_KEY)
        except PdfProblem:
            return self._refused(form, "Das Dokument ließ sich nicht erstellen.")
        messages.success(request, message)
        return HttpResponseRedirect(self._next(self.case))

    def _changed_meanwhile(self, form: WorkForm) -> HttpResponse:
        """What was typed stays, to be sent again by somebody who now knows of the change."""
        self.since = form.cleaned_data["seen_entries"]
        self.case = case_for(self.request, self.case.pk)
        kept: Any = self.request.POST.copy()
        kept["seen_version"], kept["seen_entries"] = str(self.case.version), str(self.case.journal_count)
        self.bound = self.deed.form(kept, case=self.case, user=self.request.user)
        return self.shown(status=409)

    def _refused(self, form: WorkForm, why: str) -> HttpResponse:
        messages.error(self.request, why)
        if form.cleaned_data["seen_version"] != self.case.version:
            return self._changed_meanwhile(form)
        self.case = case_for(self.request, self.case.pk)
        form.add_error(None, why)
        return self.shown(status=422)

    def _next(self, case: Case) -> str:
        if visible_cases(self.request.user).filter(pk=case.pk).exists():
            return reverse("cases_work:case", args=[case.pk])
        return reverse("cases_work:list")


def view_of(deed: Deed) -> Any:
    return DeedView.as_view(deed=deed)
