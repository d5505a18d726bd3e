"""Text modules: what a department writes again and again."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from ...forms.settings import TextModuleForm
from ...models import TextModule
from .access import WorkPage


def modules_of(request: HttpRequest) -> QuerySet[TextModule]:
    departments = request.case_departments  # type: ignore[attr-defined]
    return TextModule.objects.filter(department__in=departments).select_related("department")


class ModulesView(WorkPage, TemplateView):
    template_name = "cases/admin/modules.html"
    page_title = "Textbausteine"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(modules=modules_of(self.request), **kwargs)


class ModuleView(WorkPage, FormView):
    """A new one, or one that is there."""

    form_class = TextModuleForm
    template_name = "cases/admin/form.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        key = kwargs.get("module_id")
        self.module = get_object_or_404(modules_of(request), pk=key) if key else None
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.module.name if self.module else "Neuer Textbaustein"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user, "instance": self.module}

    def form_valid(self, form: Any) -> HttpResponse:
        form.save()
        messages.success(self.request, "Der Textbaustein ist gespeichert.")
        return HttpResponseRedirect(reverse("cases_work:modules"))


@require_POST
def delete_module(request: HttpRequest, module_id: int) -> HttpResponse:
    get_object_or_404(modules_of(request), pk=module_id).delete()
    messages.success(request, "Der Textbaustein ist gelöscht.")
    return HttpResponseRedirect(reverse("cases_work:modules"))
