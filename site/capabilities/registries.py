"""How the base rooms show a page of the city's site; the room that knows the site's frame registers it."""

from collections.abc import Mapping
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class RenderPage(Protocol):
    def __call__(
        self,
        request: HttpRequest,
        template: str,
        context: Mapping[str, Any] | None = None,
        *,
        status: int = 200,
    ) -> HttpResponse: ...


class PublicPages:
    """Renders with header, navigation and footer once `register` was called, without them before."""

    def __init__(self) -> None:
        self._render: RenderPage = _plain

    def register(self, render_page: RenderPage) -> None:
        self._render = render_page

    def render(
        self, request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int
    ) -> HttpResponse:
        return self._render(request, template, context, status=status)


def _plain(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    return render(request, template, dict(context or {}), status=status)


public_pages = PublicPages()
