"""Public addresses of the room waste."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
