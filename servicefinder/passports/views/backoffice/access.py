"""Who gets in: members of the department in charge, nobody by rank alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...domain.office import works_with_documents

View = Callable[..., HttpResponseBase]


def office_only(view: View) -> View:
    @sensitive_post_parameters()
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not works_with_documents(request.user):
            raise Http404  # The back office would turn a refusal into a way back and a message.
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return checked


class OfficePage(WagtailAdminTemplateMixin):
    header_icon = "tag"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse("passports_work:hand_out"), "label": "Ausweise"}]
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title()}]
