"""What online forms add to the back office."""

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from servicefinder.catalogue.models import DepartmentPage

from .models import FormPage
from .views.building import NewFormView, download, may_add, try_out
from .views.try_out_page import try_out_page


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("formulare/neu/<int:page_id>/", NewFormView.as_view(), name="onlineforms_new"),
        path("formulare/<int:page_id>/json/", download, name="onlineforms_download"),
        path("formulare/<int:page_id>/ausprobieren/", try_out_page, name="onlineforms_try_out_page"),
        path("formulare/<int:page_id>/ausprobieren/los/", try_out, name="onlineforms_try_out"),
    ]


@hooks.register("register_page_header_buttons")
def form_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    specific = page.specific_deferred
    if isinstance(specific, DepartmentPage) and may_add(user, specific):
        url = reverse("onlineforms_new", args=[page.pk])
        yield Button("Neues Online-Formular", url, icon_name="form", priority=40)
    if isinstance(specific, FormPage) and page.permissions_for_user(user).can_edit():
        try_out_url = reverse("onlineforms_try_out_page", args=[page.pk])
        yield Button("Ausprobieren", try_out_url, icon_name="view", priority=41)
        download_url = reverse("onlineforms_download", args=[page.pk])
        yield Button("Als JSON herunterladen", download_url, icon_name="download", priority=42)


@hooks.register("insert_editor_js")
def editor_script() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("js/form_editor.js"))
