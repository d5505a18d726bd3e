"""The language of a request is in its address, never in a cookie or header.

German has no prefix, English `/en/`, Leichte Sprache `/leichte-sprache/`
(`settings.LANGUAGE_PREFIXES`), so that every address can be cached and shared.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import LocalePrefixPattern, URLPattern, URLResolver
from django.utils import translation

Pattern = URLPattern | URLResolver


def language_of_path(path: str) -> str:
    """The language code whose prefix `path` begins with; the default language otherwise."""
    first = path.lstrip("/").split("/", 1)[0]
    for code, prefix in settings.LANGUAGE_PREFIXES.items():
        if prefix and prefix == first:
            return code
    return settings.LANGUAGE_CODE


class LanguagePrefixPattern(LocalePrefixPattern):
    """Like Django's, with a prefix of our choice instead of the language code."""

    @property
    def language_prefix(self) -> str:
        prefix = settings.LANGUAGE_PREFIXES.get(translation.get_language() or settings.LANGUAGE_CODE, "")
        return f"{prefix}/" if prefix else ""


def language_patterns(*patterns: Pattern) -> list[URLResolver]:
    """Serve `patterns` below the prefix of each language."""
    return [URLResolver(LanguagePrefixPattern(prefix_default_language=False), list(patterns))]


class LanguageMiddleware:
    """Activates the language of the address for the length of the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of_path(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
