"""The back office around the form builder: start from a template or file, download, try out."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from servicefinder.catalogue.models import DepartmentPage

from ..domain.drafts import start
from ..domain.exchange import create_draft, export_form
from ..domain.versions import try_out_version
from ..editing.compiling import FormulaProblem
from ..import_form import NewForm
from ..models import FormPage
from ..presentation.addresses import RESUME, DraftAddresses


class NewFormView(WagtailAdminTemplateMixin, FormView):
    """For those who may add pages below the department."""

    form_class = NewForm
    template_name = "onlineforms/admin/new_form.html"
    page_title = "Neues Online-Formular"
    header_icon = "form"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.department = get_object_or_404(DepartmentPage, pk=kwargs["page_id"])
        if not may_add(request.user, self.department):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.department.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        explore = reverse("wagtailadmin_explore", args=[self.department.pk])
        return [
            {"url": explore, "label": self.department.title},
            {"url": "", "label": "Neues Online-Formular"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        empty = reverse("wagtailadmin_pages:add", args=["onlineforms", "formpage", self.department.pk])
        return super().get_context_data(action_url=self.request.path, empty_url=empty, **kwargs)

    def form_valid(self, form: NewForm) -> HttpResponse:
        page = create_draft(self.department, form.cleaned_data["incoming"], self.request.user)
        messages.success(self.request, f"„{page.title}“ ist als Entwurf angelegt.")
        return redirect("wagtailadmin_pages:edit", page.pk)


def may_add(user: Any, department: DepartmentPage) -> bool:
    return bool(department.permissions_for_user(user).can_add_subpage())


def download(request: HttpRequest, page_id: int) -> HttpResponse:
    """The newest draft as JSON, for those who may edit it."""
    page = editable(request, page_id)
    try:
        content = export_form(page)
    except FormulaProblem as problem:
        messages.error(request, f"Das geht erst, wenn dies behoben ist. {problem.place}: {problem}")
        return redirect("wagtailadmin_pages:edit", page_id)
    response = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.json"'
    return response


@require_POST
def try_out(request: HttpRequest, page_id: int) -> HttpResponse:
    """The newest draft to fill in, without making a case."""
    page = editable(request, page_id)
    try:
        version = try_out_version(page)
    except FormulaProblem as problem:
        messages.error(request, f"Das geht erst, wenn dies behoben ist. {problem.place}: {problem}")
        return redirect("wagtailadmin_pages:edit", page_id)
    if not version.definition.get("steps"):
        messages.error(request, "Das Formular hat noch keinen Schritt.")
        return redirect("wagtailadmin_pages:edit", page_id)
    _, token = start(version, page.language, try_out=True)
    return HttpResponseRedirect(DraftAddresses(page.slug, token).of(RESUME))


def editable(request: HttpRequest, page_id: int) -> FormPage:
    page = get_object_or_404(FormPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    latest: FormPage = page.get_latest_revision_as_object()
    return latest
