"""The frame of all pages is written anew when something in it changes."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction

from home.domain.frame_building import REBUILD_KIND, mentions, rebuild_frames
from home.models import CitySettings, Notice, NoticeSection, SiteFrame
from outbox.domain.jobs import enqueue


def frame_changed(raw: bool = False, **kwargs: Any) -> None:
    """At once, so that no link leads to what is not public any more; and again by the worker.

    Only after this signal the addresses of pages below a moved one are written, and of two changes at
    the same time neither sees the other.
    """
    if not raw:
        rebuild_frames()
        enqueue(REBUILD_KIND, "all")


def page_changed(instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    if isinstance(instance, Page) and not update_fields and mentions(instance):
        frame_changed(raw)


def restriction_changed(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        page_changed(page, raw)


def connect() -> None:
    for name, signal in {"saved": post_save, "deleted": post_delete}.items():
        for model in (SiteFrame, CitySettings, Notice, NoticeSection):
            signal.connect(frame_changed, sender=model, dispatch_uid=f"home.frames.{model.__name__}.{name}")
        signal.connect(page_changed, dispatch_uid=f"home.frames.page.{name}")
        signal.connect(
            restriction_changed, sender=PageViewRestriction, dispatch_uid=f"home.frames.privacy.{name}"
        )
