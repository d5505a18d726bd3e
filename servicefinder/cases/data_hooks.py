"""What requests of persons and deliveries add to the back office."""

from django.urls import URLPattern, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .admin_urls_data import urlpatterns
from .menus import HeadsMenuItem


def data_urls() -> list[URLPattern]:
    return urlpatterns


@hooks.register("register_reports_menu_item")
def person_requests_item() -> MenuItem:
    return HeadsMenuItem(
        "Auskunft und Löschung", reverse("cases_person_requests"), icon_name="user", order=800
    )


@hooks.register("register_reports_menu_item")
def deliveries_item() -> MenuItem:
    return HeadsMenuItem("Hängende Übergaben", reverse("cases_deliveries"), icon_name="mail", order=810)
