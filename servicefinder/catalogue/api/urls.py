"""Addresses below `/api/v1/`, which `config.urls` includes."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from .answers import machine_readable
from .interface import interface, nothing_here, openapi


def wrapped(patterns: list[URLPattern | URLResolver]) -> list[URLPattern]:
    """The operations with what all answers have in common around them."""
    return [
        URLPattern(each.pattern, machine_readable(each.callback), each.default_args, each.name)
        for each in patterns
        if isinstance(each, URLPattern)
    ]


operations, application, namespace = interface.urls
patterns = [
    path("openapi.json", machine_readable(openapi), name="openapi"),
    *wrapped(operations),
    re_path("", machine_readable(nothing_here)),
]
urlpatterns = [path("", include((patterns, application), namespace=namespace))]
