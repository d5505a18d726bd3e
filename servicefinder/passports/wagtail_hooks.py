"""What the room adds to the back office."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from . import backoffice_urls
from .domain.office import works_with_documents


class PassportsMenuItem(SubmenuMenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        if not hasattr(request, "works_with_documents"):
            request.works_with_documents = works_with_documents(request.user)  # type: ignore[attr-defined]
        return bool(request.works_with_documents)  # type: ignore[attr-defined]


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("ausweise/", include(backoffice_urls))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    entries = [
        ("Aushändigen", "hand_out", "tick"),
        ("Lieferlisten", "lists", "upload"),
        ("Zahlen", "figures", "view"),
        ("Journal", "journal", "history"),
    ]
    items = [
        MenuItem(
            label,
            reverse_lazy(f"passports_work:{name}"),
            name=f"passports-{name}",
            icon_name=icon,
            order=order,
        )
        for order, (label, name, icon) in enumerate(entries)
    ]
    return PassportsMenuItem("Ausweise", Menu(items=items), name="passports", icon_name="tag", order=85)
