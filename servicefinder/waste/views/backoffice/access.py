"""Who gets in: members of the department in charge, nobody by rank alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...domain.office import works_with_waste
from ...domain.problems import NotPlannable
from ...models import Plan

Deed = Callable[..., str]


def department_only(view: Any) -> Any:
    """Wagtail asks everybody to sign in; this lets in whom the department's memberships name."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not works_with_waste(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return cache_control(private=True, no_store=True)(checked)


def plan_of(year: int) -> Plan:
    """Raises Http404."""
    return get_object_or_404(Plan.objects.select_related("approved_by", "scheduled_by"), year=year)


class WasteMixin(WagtailAdminTemplateMixin):
    """Of every page: below the list of years and, with `year`, below that year."""

    header_icon = "bin"
    plan: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if "year" in kwargs:
            self.plan = plan_of(kwargs["year"])
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse("waste_work:years"), "label": "Abfuhr"}]
        if self.plan and self.get_page_title() != str(self.plan):
            above.append({"url": year_url(self.plan), "label": str(self.plan.year)})
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"plan": self.plan, **kwargs})


class WastePage(WasteMixin, TemplateView):
    """Shows something."""


class WasteFormPage(WasteMixin, FormView):
    """A form that answers 422 to a mistake, with everything that was typed; so it does to what is refused."""

    template_name = "waste/backoffice/form.html"
    button = "Speichern"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"button": self.button, "back": self.back(), **kwargs})

    def back(self) -> str:
        return year_url(self.plan) if self.plan else reverse("waste_work:years")

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            said = self.perform(form)
        except NotPlannable as problem:
            form.add_error(None, str(problem))
            return self.form_invalid(form)
        tell(self.request, said, self.plan)
        return HttpResponseRedirect(self.back())

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def perform(self, form: Any) -> str:
        """What the person is told afterwards. Raises NotPlannable."""
        raise NotImplementedError


def deed(do: Deed) -> Any:
    """A view that does something with a plan on POST, says so, and goes back to the year."""

    @require_POST
    @wraps(do)
    def view(request: HttpRequest, year: int, **kwargs: Any) -> HttpResponse:
        plan = plan_of(year)
        try:
            tell(request, do(request, plan, **kwargs), plan)
        except NotPlannable as problem:
            messages.error(request, str(problem))
        return HttpResponseRedirect(year_url(plan))

    return view


def tell(request: HttpRequest, said: str, plan: Plan | None) -> None:
    """What was done; and that the hour that is set stands, where the plan is not approved for it any more."""
    messages.success(request, said)
    if plan is None:
        return
    plan.refresh_from_db()
    if plan.publish_at and plan.will_miss_its_hour:
        moment = timezone.localtime(plan.publish_at)
        messages.warning(
            request,
            f"Der Termin {moment:%d.%m.%Y, %H:%M} Uhr bleibt stehen, aber der Plan braucht dafür eine neue "
            "Freigabe.",
        )


def year_url(plan: Plan) -> str:
    return reverse("waste_work:year", args=[plan.year])
