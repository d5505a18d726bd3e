"""The last line of defence of sealed notices, below every view, command and script."""

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page
from wagtail.signals import pre_page_move

from home.domain.official_notices import sealed_below
from home.models import CityDocument, OfficialNoticeAttachment, OfficialNoticePage
from home.models.media import is_new_file
from home.official_seal import NoticeIsSealed, is_deletion_allowed, sealed_attachment

GUARDED = ("title", "slug", "live", "expire_at")


def plain_page_is_saved(instance: Any, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    """Unpublishing and expiring may save a plain `Page`, past the model's own `save`."""
    if raw or type(instance) is not Page or not _is_notice(instance):
        return
    if update_fields and not set(GUARDED).intersection(update_fields):
        return
    sealed = OfficialNoticePage.objects.filter(pk=instance.pk).exclude(digest="").values(*GUARDED).first()
    if sealed and any(getattr(instance, name) != value for name, value in sealed.items()):
        raise NoticeIsSealed


def notice_is_deleted(instance: OfficialNoticePage, **kwargs: Any) -> None:
    if instance.digest and not is_deletion_allowed():
        raise NoticeIsSealed


def page_is_moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """Moving would change the address; another place in the same list does not."""
    if url_path_before != url_path_after and sealed_below([instance]):
        raise NoticeIsSealed


def attachment_is_saved(instance: OfficialNoticeAttachment, raw: bool, **kwargs: Any) -> None:
    """Only what the page's seal covers; the page itself is saved just before its attachments."""
    pages = OfficialNoticePage.objects.filter(pk=instance.page_id).exclude(digest="")
    sealed = pages.values_list("sealed_content", flat=True).first()
    if raw or sealed is None:
        return
    before = OfficialNoticeAttachment.objects.filter(pk=instance.pk).first()
    swapped = before is not None and before.document_id != instance.document_id
    if swapped or sealed_attachment(instance) not in json.loads(sealed)["attachments"]:
        raise NoticeIsSealed


def attachment_is_deleted(instance: OfficialNoticeAttachment, **kwargs: Any) -> None:
    if instance.sha256 and not is_deletion_allowed():
        raise NoticeIsSealed


def document_is_saved(instance: CityDocument, raw: bool, **kwargs: Any) -> None:
    """The file of a sealed attachment stays; its title in the library may change."""
    if not raw and is_new_file(instance) and instance.is_sealed:
        raise NoticeIsSealed


def _is_notice(page: Page) -> bool:
    return bool(page.content_type_id == ContentType.objects.get_for_model(OfficialNoticePage).pk)


def connect() -> None:
    pre_save.connect(plain_page_is_saved, dispatch_uid="home.official_notices.plain")
    pre_page_move.connect(page_is_moved, dispatch_uid="home.official_notices.moved")
    for signal, receiver, sender in (
        (pre_delete, notice_is_deleted, OfficialNoticePage),
        (pre_save, attachment_is_saved, OfficialNoticeAttachment),
        (pre_delete, attachment_is_deleted, OfficialNoticeAttachment),
        (pre_save, document_is_saved, CityDocument),
    ):
        signal.connect(receiver, sender=sender, dispatch_uid=f"home.official_notices.{receiver.__name__}")
