"""Public addresses of online forms, the same in every language below its prefix."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
