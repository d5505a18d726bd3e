"""`{% site_frame as frame %}`: the frame for templates that were rendered without `render_page`."""

from typing import Any

from django import template

from home.domain.site_frame import frame

register = template.Library()


@register.simple_tag(takes_context=True)
def site_frame(context: template.Context) -> dict[str, Any]:
    """The frame that a view has put into the context, or else that of the request."""
    given: dict[str, Any] | None = context.get("frame")
    if given is not None:
        return given
    request = context.get("request")
    return frame(request) if request is not None else {}
