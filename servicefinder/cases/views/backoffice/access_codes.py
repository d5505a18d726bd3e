"""A new access for the citizen, printed at the counter: its secret is shown once."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.generic import TemplateView

from ...domain.journal import record
from ...domain.secrets import give_access, path_of
from ...enums import EntryKind
from ...models import Case
from .access import WorkPage, actor, case_for


class AccessCodePage(WorkPage, TemplateView):
    """Asks first; the answer to the POST shows the secret and is not kept anywhere."""

    template_name = "cases/admin/access_code.html"
    case: Case

    def get(self, request: HttpRequest, case_id: UUID) -> HttpResponse:
        self.case = case_for(request, case_id)
        return self.render_to_response(self.get_context_data(case=self.case))

    def post(self, request: HttpRequest, case_id: UUID) -> HttpResponse:
        self.case = case_for(request, case_id)
        secret = give_access(self.case.pk)
        record(self.case.pk, EntryKind.LINK_SENT, actor(request), references={"way": "print"})
        return self.render_to_response(self.get_context_data(case=self.case, **shown_once(self.case, secret)))

    def get_page_title(self) -> str:
        return f"Zugang zu {self.case.reference}"


def shown_once(case: Case, secret: str) -> dict[str, Any]:
    """What the citizen is handed, in the language of the case."""
    with translation.override(case.language):
        address = reverse("case_enter")
    return {
        "secret": secret,
        "address": settings.BASE_URL + address,
        "link": settings.BASE_URL + path_of(secret, case.language),
    }
