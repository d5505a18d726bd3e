"""How every public template is rendered: with the frame that `base.html` needs."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from home.domain.site_frame import frame


def render_page(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render `template` with `context` and `frame` (see `home.domain.site_frame.frame`)."""
    filled = {**(context or {})}
    filled.setdefault("frame", frame(request))
    return render(request, template, filled, status=status)
