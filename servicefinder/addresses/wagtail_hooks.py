"""What the room adds to the back office."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from .views.imports import ImportView, UploadView, may_import, take_over
from .viewsets import AddressesViewSetGroup

register_snippet(AddressesViewSetGroup)


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("adressen/einlesen/", ImportView.as_view(), name="addresses_import"),
        path("adressen/einlesen/<int:pk>/", UploadView.as_view(), name="addresses_upload"),
        path("adressen/einlesen/<int:pk>/uebernehmen/", take_over, name="addresses_take_over"),
    ]


@hooks.register("register_settings_menu_item")
def menu_item() -> MenuItem:
    return ImportMenuItem(
        "Adressen einlesen", reverse_lazy("addresses_import"), name="addresses-import", icon_name="upload"
    )
