"""Wagtail's tags for the back office, with what is alike on many pages remembered.

The sidebar asks the database a dozen questions and is the same on every page of a person; the settings for
scripts, the dialog of keyboard shortcuts and the icons are the same for many people. All else is Wagtail's.
"""

from functools import lru_cache
from typing import Any

from django.middleware.csrf import get_token
from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.admin.templatetags import wagtailadmin_tags
from wagtail.admin.utils import get_keyboard_key_labels_from_request

from config.frame_memory import remembered

SHORTCUTS_TEMPLATE = "wagtailadmin/shared/keyboard_shortcuts_dialog.html"
ICON_TEMPLATE = "wagtailadmin/shared/icon.html"

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
    return {**config, "CSRF_TOKEN": get_token(request)}


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


def _shortcuts_dialog(context: Context) -> str:
    return render_to_string(SHORTCUTS_TEMPLATE, wagtailadmin_tags.keyboard_shortcuts_dialog(context))


def _shortcuts(request: Any) -> bool:
    """Whether the person has them switched on."""
    profile = getattr(request.user, "wagtail_userprofile", None)
    return bool(getattr(profile, "keyboard_shortcuts", True))
