"""What the case file adds to the back office."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import backoffice_urls, data_hooks
from .menus import cases_menu_item


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    return [path("vorgaenge/", include(backoffice_urls)), *data_hooks.data_urls()]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    return cases_menu_item()
