"""What the room adds to the back office."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from . import backoffice_urls
from .domain.office import works_with_waste
from .finding_panel import add_finding_panel
from .viewsets import WasteItemViewSet

register_snippet(WasteItemViewSet)

hooks.register("construct_homepage_panels", add_finding_panel)


class CollectionMenuItem(SubmenuMenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        if not hasattr(request, "works_with_waste"):
            request.works_with_waste = works_with_waste(request.user)  # type: ignore[attr-defined]
        return bool(request.works_with_waste)  # type: ignore[attr-defined]


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("abfuhr/", include(backoffice_urls))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    entries = [
        ("Ausfall melden", "failures", "warning"),
        ("Jahre", "years", "calendar-alt"),
    ]
    items = [
        MenuItem(
            label,
            reverse_lazy(f"waste_work:{name}"),
            name=f"waste-{name}",
            icon_name=icon,
            order=order,
        )
        for order, (label, name, icon) in enumerate(entries)
    ]
    return CollectionMenuItem("Abfuhr", Menu(items=items), name="collection", icon_name="bin", order=86)
