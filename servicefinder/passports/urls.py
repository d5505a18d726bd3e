"""Public addresses of the room passports."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
