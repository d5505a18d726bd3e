"""`{% panels "nothing_found" as found %}`: parts of a page that other rooms fill."""

from django import template

from home.registries import FilledPanel, page_panels

register = template.Library()


@register.simple_tag(takes_context=True)
def panels(context: template.Context, place: str) -> list[FilledPanel]:
    """Panels of `place` that have something to show; none without a request."""
    request = context.get("request")
    return list(page_panels.filled(place, request)) if request is not None else []
