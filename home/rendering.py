"""How every public template is rendered: with the frame that `base.html` needs."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from home.addresses import full_address
from home.domain.site_frame import frame


def render_page(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render `template` with `context` and `frame` (see `home.domain.site_frame.frame`).

    Of `context`, `breadcrumb` (list of {title, url}, this page last), `canonical` and `og_image`
    (addresses with or without host) replace what the frame says by itself.
    """
    filled = dict(context or {})
    own = {key: filled[key] for key in ("canonical", "og_image") if filled.get(key)}
    filled["frame"] = {
        **frame(request),
        **{key: full_address(value) for key, value in own.items()},
        "breadcrumb": filled.get("breadcrumb") or [],
    }
    return render(request, template, filled, status=status)
