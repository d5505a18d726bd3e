"""Two departments become one."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from accounts.models import User

from ..domain.departments import CannotMerge, german_page, merge
from ..forms import MergeDepartmentsForm
from ..models import DepartmentPage
from ..registries import department_belongings


class MergeDepartmentsView(WagtailAdminTemplateMixin, FormView):
    """For those who may delete the department's page."""

    form_class = MergeDepartmentsForm
    template_name = "catalogue/backoffice/merge_departments.html"
    page_title = "Amt mit einem anderen zusammenlegen"
    header_icon = "group"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.page = get_object_or_404(DepartmentPage, pk=kwargs["page_id"])
        if not may_merge(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.page.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        explore = reverse("wagtailadmin_explore", args=[self.page.pk])
        return [{"url": explore, "label": self.page.title}, {"url": "", "label": "Zusammenlegen"}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "source": self.page.department}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        department = self.page.identity
        held = [words for each in department_belongings for words in each.held_by(department)]
        return super().get_context_data(
            action_url=self.request.path, owned=self.page.get_children(), held=held, **kwargs
        )

    def form_valid(self, form: MergeDepartmentsForm) -> HttpResponse:
        target = form.cleaned_data["target"]
        try:
            merge(self.page.identity, target, user=cast(User, self.request.user))
        except CannotMerge as error:
            form.add_error("target", str(error))
            return self.form_invalid(form)
        messages.success(self.request, f"„{self.page.title}“ gehört jetzt zu „{target.name}“.")
        return redirect("wagtailadmin_explore", german_page(target).pk)


def may_merge(user: Any, page: DepartmentPage) -> bool:
    return bool(page.permissions_for_user(user).can_delete(ignore_bulk=True))
