"""`{% site_frame as frame %}`: the frame for templates that were rendered without `render_page`."""

from typing import Any

from django import template

from home.domain.site_frame import frame

register = template.Library()


@register.simple_tag(takes_context=True)
def site_frame(context: template.Context) -> dict[str, Any]:
    """The frame of this request; the one in the context where a view has put it there."""
    given: dict[str, Any] | None = context.get("frame")
    return given if given is not None else frame(context["request"])
