"""`{% map_ground places as ground %}`: what places are shown on, or nothing."""

from collections.abc import Sequence

from django import template

from home import maps

register = template.Library()


@register.simple_tag
def map_ground(places: Sequence[maps.MapPlace] | str | None) -> maps.MapGround | None:
    return maps.map_ground(places) if places and not isinstance(places, str) else None
