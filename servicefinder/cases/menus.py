"""The case file in the menu of the back office, for those who work cases."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse_lazy
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.sidebar import SubMenuItem

from .domain.visibility import visible_cases, works_cases
from .enums import OPEN_STATES

COUNTED_FOR_SECONDS = 60


class CasesMenuItem(SubmenuMenuItem):
    """Its label says how many cases are open, as of a minute ago."""

    def is_shown(self, request: HttpRequest) -> bool:
        known = getattr(request, "case_departments", None)  # On pages of the case file.
        return bool(known) or works_cases(request.user)

    def render_component(self, request: HttpRequest) -> Any:
        component: SubMenuItem = super().render_component(request)
        component.label = f"Vorgänge ({open_cases_of(request.user)})"
        return component


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
    ]
    items = [
        MenuItem(label, reverse_lazy(f"cases_work:{name}"), name=f"cases-{name}", icon_name=icon, order=order)
        for order, (label, name, icon) in enumerate(entries)
    ]
    return CasesMenuItem(
        "Vorgänge", Menu(items=items), name="cases", icon_name="folder-open-inverse", order=80
    )
