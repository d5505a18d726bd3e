"""Who gets in: nobody without a department, and to a case only those who see it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...domain.handing_over import may_dispose
from ...domain.journal import Actor
from ...domain.visibility import departments_of, visible_cases
from ...models import Case

View = Callable[..., HttpResponseBase]


def workers_only(view: View) -> View:
    """Wraps every address of the case file; `request.case_departments` are the person's departments."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        departments = departments_of(request.user)
        if not departments:
            raise PermissionDenied
        request.case_departments = departments  # type: ignore[attr-defined]
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return checked


def case_for(request: HttpRequest, case_id: UUID, *, own: bool = False) -> Case:
    """Raises Http404 for what the person does not see; with `own`, for what is only shared with it."""
    cases = visible_cases(request.user).select_related(
        "type_version__case_type", "department", "assigned_to", "service", "duplicate_of"
    )
    case = cases.filter(pk=case_id).first()
    if case is None or (own and not may_dispose(request.user, case)):
        raise Http404
    return case


def actor(request: HttpRequest) -> Actor:
    return Actor.of(request.user)


def user_of(request: HttpRequest) -> Any:
    return request.user


class WorkPage(WagtailAdminTemplateMixin):
    """A page of the case file, below the list."""

    header_icon = "folder-open-inverse"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse("cases_work:list"), "label": "Vorgänge"}]
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title()}]
