from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction

from home.domain.translations import (
    copy_privacy,
    inherit_privacy,
    leads,
    move_translations,
    take_translations_offline,
    unpublish_translations,
)


def page_saved(instance: Any, created: bool, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    """Connected to every sender: moving and expiring save a plain `Page`."""
    if raw or update_fields or not isinstance(instance, Page):
        return
    if not leads(instance):
        if created and instance.alias_of_id:
            inherit_privacy(instance)
    elif not created:
        unpublish_translations(instance)
        move_translations(instance)


def page_deleted(instance: Any, **kwargs: Any) -> None:
    """Django sends the signal for the page's own type and again for `Page`: once is enough."""
    if type(instance) is Page and leads(instance):
        take_translations_offline(instance)


def restriction_changed(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and not raw and leads(page):
        copy_privacy(page)


def restriction_groups_changed(instance: Any, action: str, **kwargs: Any) -> None:
    if action.startswith("post_") and isinstance(instance, PageViewRestriction):
        restriction_changed(instance)


def connect() -> None:
    post_save.connect(page_saved, dispatch_uid="home.translations.saved")
    post_delete.connect(page_deleted, dispatch_uid="home.translations.deleted")
    for name, signal in {"saved": post_save, "deleted": post_delete}.items():
        signal.connect(
            restriction_changed, sender=PageViewRestriction, dispatch_uid=f"home.translations.privacy.{name}"
        )
    m2m_changed.connect(
        restriction_groups_changed,
        sender=PageViewRestriction.groups.through,
        dispatch_uid="home.translations.groups",
    )
