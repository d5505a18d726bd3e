"""Rows for what the search knows of uploaded files, written with the change."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from home.domain.document_links import ask_for_links, mark_documents_below
from home.domain.document_texts import DOCUMENTS_SOURCE, ask_for_text
from home.models import CityDocument
from search.domain.indexing import mark_changed, mark_many_changed


def document_saved(instance: CityDocument, raw: bool, **kwargs: Any) -> None:
    if not raw:
        ask_for_text(instance)
        mark_changed(DOCUMENTS_SOURCE, instance.pk)


def document_deleted(instance: CityDocument, **kwargs: Any) -> None:
    mark_changed(DOCUMENTS_SOURCE, instance.pk)


def page_saved(instance: Any, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    """Moving and expiring save a plain `Page`; whether those below it are public may change with it."""
    if raw or update_fields or not isinstance(instance, Page):
        return
    ask_for_links(instance)
    if not instance.is_leaf():
        mark_documents_below(instance)


def page_is_deleted(instance: Any, **kwargs: Any) -> None:
    """Before: the links go with the page."""
    if isinstance(instance, Page):
        mark_documents_below(instance)


def page_restriction_changed(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and not raw:
        mark_documents_below(page)


def collection_restriction_changed(
    instance: CollectionViewRestriction, raw: bool = False, **kwargs: Any
) -> None:
    collection = Collection.objects.filter(pk=instance.collection_id).first()
    if collection is not None and not raw:
        mark_documents_in(collection)


def collection_saved(instance: Collection, raw: bool = False, created: bool = False, **kwargs: Any) -> None:
    """Moving a collection saves it, too."""
    if not raw and not created:
        mark_documents_in(instance)


def mark_documents_in(collection: Collection) -> None:
    """All documents of the collection and of those below it that pages offer."""
    documents = CityDocument.objects.filter(
        collection__path__startswith=collection.path, page_links__isnull=False
    )
    mark_many_changed(DOCUMENTS_SOURCE, set(documents.values_list("pk", flat=True)))


def connect() -> None:
    post_save.connect(page_saved, dispatch_uid="home.documents.page_saved")
    pre_delete.connect(page_is_deleted, dispatch_uid="home.documents.page_deleted")
    post_save.connect(document_saved, sender=CityDocument, dispatch_uid="home.documents.saved")
    post_delete.connect(document_deleted, sender=CityDocument, dispatch_uid="home.documents.deleted")
    post_save.connect(collection_saved, sender=Collection, dispatch_uid="home.documents.collection_saved")
    for name, signal in {"saved": post_save, "deleted": post_delete}.items():
        signal.connect(
            page_restriction_changed,
            sender=PageViewRestriction,
            dispatch_uid=f"home.documents.privacy.{name}",
        )
        signal.connect(
            collection_restriction_changed,
            sender=CollectionViewRestriction,
            dispatch_uid=f"home.documents.collections.{name}",
        )
