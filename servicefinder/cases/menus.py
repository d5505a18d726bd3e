"""The case file in the menu of the back office, for those who work cases."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse_lazy
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.sidebar import SubMenuItem

from .domain.person_exports import departments_headed_by
from .domain.visibility import departments_of, visible_cases
from .enums import OPEN_STATES

COUNTED_FOR_SECONDS = 60


class CasesMenuItem(SubmenuMenuItem):
    """Its label says how many cases are open, as of a minute ago."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_here(request)

    def render_component(self, request: HttpRequest) -> Any:
        component: SubMenuItem = super().render_component(request)
        component.label = f"Vorgänge ({open_cases_of(request.user)})"
        return component


class HeadsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_here(request) and heads_here(request)


def works_here(request: HttpRequest) -> bool:
    """Asked once per request, whatever the number of entries; pages of the case file know already."""
    if not hasattr(request, "case_departments"):
        request.case_departments = departments_of(request.user)  # type: ignore[attr-defined]
    return bool(request.case_departments)  # type: ignore[attr-defined]


def heads_here(request: HttpRequest) -> bool:
    if not hasattr(request, "headed_departments"):
        request.headed_departments = departments_headed_by(request.user)  # type: ignore[attr-defined]
    return bool(request.headed_departments)  # type: ignore[attr-defined]


def open_cases_of(user: Any) -> int:
    """Without a database query most of the time."""
    key = f"cases:open:{user.pk}"
    count = cache.get(key)
    if count is None:
        count = visible_cases(user).filter(state__in=OPEN_STATES).count()
        cache.set(key, count, COUNTED_FOR_SECONDS)
    return int(count)


def cases_menu_item() -> MenuItem:
    entries = [
        ("Liste", "list", "list-ul"),
        ("Aufnehmen", "paper", "plus"),
        ("Zahlen", "dashboard", "view"),
        ("Textbausteine", "modules", "form"),
        ("Vertretungen", "deputies", "user"),
        ("Vorgangsarten", "types", "cogs"),
        ("Abgaben", "transfers", "download"),
    ]
    items = [
        MenuItem(label, reverse_lazy(f"cases_work:{name}"), name=f"cases-{name}", icon_name=icon, order=order)
        for order, (label, name, icon) in enumerate(entries)
    ]
    return CasesMenuItem(
        "Vorgänge", Menu(items=items), name="cases", icon_name="folder-open-inverse", order=80
    )
