"""What the catalogue adds to the back office."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from . import guards
from .domain.memberships import home_departments
from .links import LivePageLinkHandler
from .models import DepartmentPage
from .views.merge_departments import MergeDepartmentsView, may_merge
from .views.new_service import new_service
from .views.own_files import UsableDocuments, UsableImages
from .views.page_actions import GuardedPages
from .views.print_sheets import print_sheet
from .viewsets.choosers import contact_person_chooser, office_chooser, service_chooser
from .viewsets.lists import LifeSituationViewSet, MembershipViewSet

register_snippet(LifeSituationViewSet)
guards.register()


class NewServiceMenuItem(MenuItem):
    """Shown to those who belong to a department, and to administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        user: Any = request.user
        return bool(user.is_superuser or home_departments(user))


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    return [service_chooser, office_chooser, contact_person_chooser, MembershipViewSet()]


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("dienstleistungen/neu/", new_service, name="catalogue_new_service"),
        path("druckansicht/<slug:name>.css", print_sheet, name="catalogue_print_sheet"),
        path("aemter/<int:page_id>/zusammenlegen/", MergeDepartmentsView.as_view(), name="catalogue_merge"),
    ]


@hooks.register("construct_admin_api", order=10)
def guarded_api(router: Any) -> None:
    """In place of Wagtail's, which list every collection to everybody and copy departments."""
    router.register_endpoint("documents", UsableDocuments)
    router.register_endpoint("images", UsableImages)
    router.register_endpoint("pages", GuardedPages)


@hooks.register("register_admin_menu_item")
def new_service_menu_item() -> MenuItem:
    url = reverse("catalogue_new_service")
    return NewServiceMenuItem(
        "Neue Dienstleistung", url, name="new-service", icon_name="plus-inverse", order=90
    )


@hooks.register("register_page_header_buttons")
def merge_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page.specific_deferred, DepartmentPage) and may_merge(user, page.specific_deferred):
        url = reverse("catalogue_merge", args=[page.pk])
        yield Button("Mit anderem Amt zusammenlegen", url, icon_name="group", priority=45)


@hooks.register("register_rich_text_features", order=10)
def links_to_live_pages_only(features: Any) -> None:
    features.register_link_type(LivePageLinkHandler)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    actions.register_action("catalogue.rename_department", "Amt umbenennen", "Amt umbenannt")
    actions.register_action("catalogue.merge_departments", "Ämter zusammenlegen", "Amt übernommen")
