"""Departments propose versions of their types of cases, and a second person approves retention."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from ...domain.case_types import approve, create_type, departments_decided_by, newest_version, propose
from ...domain.transitions import NotPossible
from ...forms.settings import NewTypeForm, TypeVersionForm
from ...models import CaseType, CaseTypeVersion
from .access import WorkPage

WAITS = "Die Fassung wartet: Die Aufbewahrung muss eine zweite Person freigeben."


def types_of(request: HttpRequest) -> QuerySet[CaseType]:
    departments = request.case_departments  # type: ignore[attr-defined]
    return CaseType.objects.filter(department__in=departments).select_related("department", "service")


def decided_type(request: HttpRequest, type_id: int) -> CaseType:
    """Raises Http404 for another department's, PermissionDenied for who neither approves nor leads."""
    case_type = get_object_or_404(types_of(request), pk=type_id)
    if not departments_decided_by(request.user).filter(pk=case_type.department_id).exists():
        raise PermissionDenied
    return case_type


class TypesView(WorkPage, TemplateView):
    template_name = "cases/admin/types.html"
    page_title = "Vorgangsarten"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = CaseTypeVersion.objects.filter(case_type__in=types_of(self.request))
        decided = set(departments_decided_by(self.request.user).values_list("pk", flat=True))
        in_force: dict[int, CaseTypeVersion] = {}
        waiting: dict[int, CaseTypeVersion] = {}
        for version in versions.order_by("number"):
            (in_force if version.approved_at else waiting)[version.case_type_id] = version
        rows = [
            {
                "type": each,
                "version": in_force.get(each.pk) or waiting.get(each.pk),
                "waiting": waiting.get(each.pk),
                "may_decide": each.department_id in decided,
            }
            for each in types_of(self.request)
        ]
        return super().get_context_data(rows=rows, may_create=bool(decided), **kwargs)


class NewTypeView(WorkPage, FormView):
    form_class = NewTypeForm
    template_name = "cases/admin/form.html"
    page_title = "Neue Vorgangsart"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not departments_decided_by(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: Any) -> HttpResponse:
        values = form.cleaned_data
        try:
            create_type(
                values["key"], values["department"], values["service"], form.values(), self.request.user
            )
        except NotPossible as error:
            form.add_error("key", str(error))
            return self.form_invalid(form)
        messages.success(self.request, WAITS)
        return HttpResponseRedirect(reverse("cases_work:types"))


class TypeView(WorkPage, FormView):
    """The versions of a type, and a form for the next one."""

    form_class = TypeVersionForm
    template_name = "cases/admin/type.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.case_type = decided_type(request, kwargs["type_id"])
        self.newest = newest_version(self.case_type)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.newest.name if self.newest else self.case_type.key

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.newest}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = self.case_type.versions.select_related("proposed_by", "approved_by").order_by("-number")
        return super().get_context_data(case_type=self.case_type, versions=versions, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            version = propose(self.case_type, form.values(), self.request.user)
        except NotPossible as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, "Die Fassung ist in Kraft." if version.approved_at else WAITS)
        return HttpResponseRedirect(reverse("cases_work:types"))


@require_POST
def approve_version(request: HttpRequest, type_id: int, version_id: int) -> HttpResponse:
    case_type = decided_type(request, type_id)
    version = CaseTypeVersion.objects.filter(case_type=case_type, pk=version_id).first()
    if version is None:
        raise Http404
    try:
        approve(version, request.user)
        messages.success(request, "Die Fassung ist in Kraft.")
    except NotPossible as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("cases_work:type", args=[case_type.pk]))


@require_POST
def switch(request: HttpRequest, type_id: int) -> HttpResponse:
    """Used for new cases, or no longer."""
    case_type = decided_type(request, type_id)
    active = "an" in request.POST
    CaseType.objects.filter(pk=case_type.pk).update(active=active)
    messages.success(request, "Die Art wird benutzt." if active else "Die Art wird nicht mehr benutzt.")
    return HttpResponseRedirect(reverse("cases_work:types"))
