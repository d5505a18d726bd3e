"""Wagtail's hooks that keep departments apart: what one may not see, create, copy, move or delete."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from .domain.departments import DepartmentOwnsSomething, refuse_deletion_of_owner
from .domain.visibility import visible
from .models import DepartmentPage

DEPARTMENTS_ARE_UNIQUE = "Ein Amt lässt sich nicht kopieren: Seine Leistungen haben nur eine Adresse."


def register() -> None:
    hooks.register("construct_page_chooser_queryset", only_visible_pages)
    hooks.register("before_create_page", departments_come_from_above)
    hooks.register("before_move_page", only_what_may_be_moved)
    hooks.register("before_copy_page", departments_are_unique)
    hooks.register("before_delete_page", owners_stay)
    hooks.register("before_bulk_action", owners_stay_in_bulk)
    hooks.register("construct_reports_menu", without_page_types)


def only_visible_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """The page chooser and its search offer what is live, and one's own drafts."""
    return visible(pages, request.user)  # type: ignore[arg-type]


def departments_come_from_above(request: HttpRequest, parent: Page, page_class: type[Page]) -> None:
    """A department's own people describe services; they do not found departments."""
    if page_class is DepartmentPage and not parent.permissions_for_user(request.user).can_edit():
        raise PermissionDenied


def only_what_may_be_moved(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail asks for confirmation first, naming both pages, and checks afterwards."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


def departments_are_unique(request: HttpRequest, page: Page) -> HttpResponse | None:
    if not copies_a_department(page, recursive=bool(request.POST.get("copy_subpages"))):
        return None
    messages.error(request, DEPARTMENTS_ARE_UNIQUE)
    return redirect("wagtailadmin_explore", page.pk)


def copies_a_department(page: Page, *, recursive: bool) -> bool:
    if recursive:
        return DepartmentPage.objects.filter(path__startswith=page.path).exists()
    return page.specific_class is DepartmentPage


def owners_stay(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say what a department still owns, before anything is deleted."""
    for department in DepartmentPage.objects.filter(path__startswith=page.path):
        try:
            refuse_deletion_of_owner(department)
        except DepartmentOwnsSomething as error:
            messages.error(request, str(error))
            return redirect("wagtailadmin_explore", page.pk)
    return None


def owners_stay_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    pages = [each for each in objects if isinstance(each, Page)]
    answers = (owners_stay(request, page) for page in pages)
    return next((answer for answer in answers if answer is not None), None)


def without_page_types(request: HttpRequest, items: list[Any]) -> None:
    """The report shows the last edited page of each type, whoever it belongs to: for administrators only."""
    if not getattr(request.user, "is_superuser", False):
        items[:] = [item for item in items if item.name != "page-types-usage"]
