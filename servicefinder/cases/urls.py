"""Public addresses of the case file, the same in every language below its prefix."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
