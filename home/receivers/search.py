"""Rows for the search, written with the change: see `home.domain.search_marks`."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction

from home.domain.search_marks import mark_page, mark_subtree


def page_saved(instance: Any, created: bool, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    """Moving and expiring save a plain `Page`; a new slug shows in the addresses of all below."""
    if raw or update_fields or not isinstance(instance, Page):
        return
    if created or instance.is_leaf():
        mark_page(instance)
    else:
        mark_subtree(instance)


def page_deleted(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page) and type(instance) is not Page:
        mark_page(instance)


def restriction_changed(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and not raw:
        mark_subtree(page)


def connect() -> None:
    post_save.connect(page_saved, dispatch_uid="home.search.saved")
    post_delete.connect(page_deleted, dispatch_uid="home.search.deleted")
    for name, signal in {"saved": post_save, "deleted": post_delete}.items():
        signal.connect(
            restriction_changed, sender=PageViewRestriction, dispatch_uid=f"home.search.privacy.{name}"
        )
