"""Back office: what is going on in the background, and what to do about it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from outbox.domain import overview
from outbox.domain.interventions import discard, retry, retry_all_stuck
from outbox.enums import JobState
from outbox.models import Job

PERMISSION = "outbox.change_job"
JOBS_PER_PAGE = 50
GONE = "Der Auftrag läuft gerade oder ist schon erledigt."


class AdministratorsOnly:
    """The pages show keys and errors of every department's work."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _administrator(request)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class OverviewView(AdministratorsOnly, WagtailAdminTemplateMixin, TemplateView):
    """Workers, stuck and waiting jobs, schedule, nightly findings, mail."""

    template_name = "outbox/admin/overview.html"
    page_title = "Hintergrundarbeit"
    header_icon = "cogs"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "workers": overview.workers(),
            "stuck": overview.stuck_jobs(),
            "kinds": overview.kinds(),
            "plan": overview.plan(),
            "findings": overview.findings(),
            "mails": overview.mail_counts(),
            "tasks": overview.task_counts(),
        }


class JobsView(AdministratorsOnly, WagtailAdminTemplateMixin, TemplateView):
    """All jobs of one kind, or of all: `?art=search.index&zustand=stuck`."""

    template_name = "outbox/admin/jobs.html"
    page_title = "Aufträge"
    header_icon = "cogs"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("outbox:index"), "label": OverviewView.page_title}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kind, state = self.request.GET.get("art", ""), self.request.GET.get("zustand", "")
        found = Job.objects.order_by("due_at", "pk")
        found = found.filter(kind=kind) if kind else found
        found = found.filter(state=state) if state in JobState.values else found
        page = Paginator(found, JOBS_PER_PAGE).get_page(self.request.GET.get("seite"))
        return super().get_context_data(**kwargs) | {
            "rows": overview.job_rows(list(page.object_list)),
            "page": page,
            "kind": kind,
            "kind_label": overview.label_of(kind) if kind else "",
            "state": state,
            "states": JobState.choices,
            "back": self.request.get_full_path(),
        }


@require_POST
def retry_job(request: HttpRequest, pk: int) -> HttpResponse:
    user = _administrator(request)
    if retry(get_object_or_404(Job, pk=pk), user):
        messages.success(request, "Der Auftrag wird gleich noch einmal versucht.")
    else:
        messages.warning(request, GONE)
    return _back(request)


@require_POST
def discard_job(request: HttpRequest, pk: int) -> HttpResponse:
    user = _administrator(request)
    if discard(get_object_or_404(Job, pk=pk), user):
        messages.success(request, "Der Auftrag ist verworfen.")
    else:
        messages.warning(request, GONE)
    return _back(request)


@require_POST
def retry_stuck_jobs(request: HttpRequest) -> HttpResponse:
    count = retry_all_stuck(_administrator(request))
    messages.success(request, f"{count} Aufträge werden gleich noch einmal versucht.")
    return _back(request)


def _administrator(request: HttpRequest) -> AbstractBaseUser:
    user = request.user
    if isinstance(user, AnonymousUser) or not user.has_perm(PERMISSION):
        raise PermissionDenied
    return user


def _back(request: HttpRequest) -> HttpResponseRedirect:
    target = request.POST.get("zurueck", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return HttpResponseRedirect(target)
    return redirect("outbox:index")
