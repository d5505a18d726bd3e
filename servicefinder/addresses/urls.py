"""Public addresses of the room addresses."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
