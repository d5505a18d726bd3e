"""Which pages offer which documents, noted by the worker: what no public page offers is not found."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, ReferenceIndex

from home.domain.document_texts import ASKED_AT_ONCE, DOCUMENTS_SOURCE
from home.models import CityDocument, DocumentLink
from outbox.domain.jobs import enqueue, enqueue_many
from search.domain.indexing import mark_many_changed

LINKS_KIND = "home.document_links"


def ask_for_links(page: Page) -> None:
    """Have the page's documents looked at; part of the current transaction."""
    enqueue(LINKS_KIND, str(page.pk))


def ask_for_missing_links() -> None:
    """Pages of which nobody has noted the documents, such as those from before this was done."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(CityDocument),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    pages = {int(pk) for pk in references.values_list("object_id", flat=True).distinct()}
    known = set(DocumentLink.objects.values_list("page", flat=True).distinct())
    enqueue_many(LINKS_KIND, [str(pk) for pk in sorted(pages - known)[:ASKED_AT_ONCE]])


def note_links(key: str, payload: dict[str, Any]) -> None:
    """Job: note the documents of the page with primary key `key`; the search looks at all it has or had."""
    page = Page.objects.filter(pk=key).first()
    if page is None:
        return
    with transaction.atomic():
        links = DocumentLink.objects.filter(page=page)
        before = set(links.values_list("document", flat=True))
        now = _documents_of(page.specific)
        links.filter(document__in=before - now).delete()
        new = [DocumentLink(document_id=pk, page=page) for pk in sorted(now - before)]
        DocumentLink.objects.bulk_create(new, ignore_conflicts=True)
        mark_many_changed(DOCUMENTS_SOURCE, before | now)


def mark_documents_below(page: Page) -> None:
    """Who may see the page and all below it has changed, or is about to."""
    links = DocumentLink.objects.filter(page__path__startswith=page.path)
    mark_many_changed(DOCUMENTS_SOURCE, set(links.values_list("document", flat=True)))


def _documents_of(page: Page) -> set[int]:
    """Primary keys of the documents that the page's text, blocks and attachments refer to."""
    if not ReferenceIndex.is_indexed(type(page)):
        return set()
    ReferenceIndex.create_or_update_for_object(page)  # Wagtail does so, too, at some time.
    references = ReferenceIndex.get_references_for_object(page).filter(
        to_content_type=ContentType.objects.get_for_model(CityDocument)
    )
    named = {int(pk) for pk in references.values_list("to_object_id", flat=True)}
    return set(CityDocument.objects.filter(pk__in=named).values_list("pk", flat=True))
