"""Wagtail's tags for the back office, with what is alike on many pages remembered.

The sidebar asks the database a dozen questions and is the same on every page of a person; the settings for
scripts, the dialog of keyboard shortcuts and the icons are the same for many people. All else is Wagtail's.
"""

from functools import lru_cache
from typing import Any

from django.middleware.csrf import get_token
from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.admin.templatetags import wagtailadmin_tags
from wagtail.admin.utils import get_keyboard_key_labels_from_request

from config.frame_memory import remembered

SHORTCUTS_TEMPLATE = "wagtailadmin/shared/keyboard_shortcuts_dialog.html"
ICON_TEMPLATE = "wagtailadmin/shared/icon.html"
BREADCRUMBS_TEMPLATE = "wagtailadmin/shared/breadcrumbs.html"
BREADCRUMB = ("url", "label", "sublabel")

register = Library()
register.tags.update(wagtailadmin_tags.register.tags)
register.filters.update(wagtailadmin_tags.register.filters)


@register.simple_tag(takes_context=True)
def sidebar_props(context: Context) -> SafeString:
    user: Any = context["request"].user
    about = ("sidebar", user.pk, get_language())
    return mark_safe(remembered(about, lambda: str(wagtailadmin_tags.sidebar_props(context))))


@register.simple_tag(takes_context=True)
def wagtail_config(context: Context) -> dict[str, Any]:
    request: Any = context["request"]
    locale = context.get("locale")
    about = ("config", get_language(), getattr(locale, "language_code", ""), _shortcuts(request))
    config = remembered(about, lambda: wagtailadmin_tags.wagtail_config(context))
    # The one of the page's forms, where there is one: making another costs as much as all else here.
    return {**config, "CSRF_TOKEN": str(context.get("csrf_token") or get_token(request))}


@register.simple_tag(takes_context=True)
def keyboard_shortcuts_dialog(context: Context) -> SafeString:
    request: Any = context["request"]
    keys = get_keyboard_key_labels_from_request(request)
    about = ("shortcuts", get_language(), _shortcuts(request), keys)
    return mark_safe(remembered(about, lambda: _shortcuts_dialog(context)))


@register.simple_tag
def icon(name: str, classname: Any = None, title: Any = None, wrapped: bool = False) -> SafeString:
    """Pages of the back office show dozens; what one looks like never changes."""
    return _icon(name, str(classname or ""), str(title or ""), bool(wrapped))


@lru_cache(maxsize=1000)
def _icon(name: str, classname: str, title: str, wrapped: bool) -> SafeString:
    return render_to_string(ICON_TEMPLATE, wagtailadmin_tags.icon(name, classname, title, wrapped))


@register.simple_tag
def breadcrumbs(
    items: list[dict[str, Any]], is_expanded: bool = False, classname: Any = None, icon_name: Any = None
) -> SafeString:
    """Only what stands in them changes from page to page."""
    way = tuple(tuple(_shown(item.get(part)) for part in BREADCRUMB) for item in items)
    return _breadcrumbs(get_language(), way, bool(is_expanded), classname, icon_name)


@lru_cache(maxsize=500)
def _breadcrumbs(language: str, way: tuple[tuple[Any, ...], ...], *rest: Any) -> SafeString:
    items = [dict(zip(BREADCRUMB, parts, strict=True)) for parts in way]
    return render_to_string(BREADCRUMBS_TEMPLATE, wagtailadmin_tags.breadcrumbs(items, *rest))


def _shown(part: Any) -> SafeString | None:
    """As the template would show it: remembered by that, so that no text takes the place of markup."""
    return None if part is None else conditional_escape(part)


def _shortcuts_dialog(context: Context) -> str:
    return render_to_string(SHORTCUTS_TEMPLATE, wagtailadmin_tags.keyboard_shortcuts_dialog(context))


def _shortcuts(request: Any) -> bool:
    """Whether the person has them switched on."""
    profile = getattr(request.user, "wagtail_userprofile", None)
    return bool(getattr(profile, "keyboard_shortcuts", True))
