"""Before trying out: what is still wrong, and the button. A link alone starts nothing."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from ..domain.preflight import problems_of_page
from .building import editable


def try_out_page(request: HttpRequest, page_id: int) -> HttpResponse:
    page = editable(request, page_id)
    context = {
        "page_title": "Formular ausprobieren",
        "page_subtitle": page.title,
        "header_icon": "view",
        "problems": problems_of_page(page),
        "action_url": reverse("onlineforms_try_out", args=[page_id]),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page_id]),
    }
    return TemplateResponse(request, "onlineforms/admin/try_out.html", context)
