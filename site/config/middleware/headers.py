"""Content security policy and permissions policy on every answer."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

BACKOFFICE_PREFIXES = ("/redaktion/",)


def policy_for(request: HttpRequest, backoffice: bool) -> str:
    """A preview is a public page that the back office shows in a frame."""
    if backoffice:
        return settings.BACKOFFICE_CSP
    if getattr(request, "is_preview", False):
        return settings.PUBLIC_CSP.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    return settings.PUBLIC_CSP


class HeadersMiddleware:
    """Strict headers for the public, looser ones for the back office alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        backoffice = request.path_info.startswith(BACKOFFICE_PREFIXES)
        response.headers.setdefault("Content-Security-Policy", policy_for(request, backoffice))
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if backoffice:
            response.headers.setdefault("Cache-Control", "no-store")
            response.headers.setdefault("X-Robots-Tag", "noindex")
        return response
