"""Where pages of results report a click: one address for all languages."""

from django.urls import path

from .views.clicks import click

urlpatterns = [path("suche/klick/", click, name="search_click")]
