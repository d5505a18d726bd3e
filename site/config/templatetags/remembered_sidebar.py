"""Wagtail's tags for the back office; only its sidebar is remembered for a minute, where a view allows it.

Its entries ask the database a dozen questions, on every page anew. A view of a list that is opened all day
sets `request.sidebar_may_be_remembered`.
"""

from typing import Any

from django.core.cache import cache
from django.template import Context, Library
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from wagtail.admin.templatetags import wagtailadmin_tags

REMEMBERED_SECONDS = 60

register = Library()
register.tags.update(wagtailadmin_tags.register.tags)
register.filters.update(wagtailadmin_tags.register.filters)


@register.simple_tag(takes_context=True)
def sidebar_props(context: Context) -> str:
    request: Any = context["request"]
    if not getattr(request, "sidebar_may_be_remembered", False):
        return wagtailadmin_tags.sidebar_props(context)
    key = f"sidebar:{request.user.pk}:{get_language()}"
    props = cache.get(key)
    if props is None:
        props = str(wagtailadmin_tags.sidebar_props(context))
        cache.set(key, props, REMEMBERED_SECONDS)
    return mark_safe(props)
