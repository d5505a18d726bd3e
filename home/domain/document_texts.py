"""Has the words of uploaded files read by the worker, once per file."""

from typing import Any

import structlog

from home.extraction.parent import EXTENSIONS, Pages, Unreadable, read_pages
from home.models import CityDocument, DocumentText
from outbox.domain.jobs import enqueue, enqueue_many
from outbox.enums import Severity
from outbox.registries import Finding
from search.domain.indexing import mark_changed

TEXT_KIND = "home.document_text"
LEASE_SECONDS = 180  # Longer than one file may take.
DOCUMENTS_SOURCE = "home.documents"
ASKED_AT_ONCE = 500

log = structlog.get_logger("home")


def ask_for_text(document: CityDocument) -> None:
    """Have the words read unless they are those of this file; part of the current transaction."""
    if not DocumentText.objects.filter(document=document, file_name=document.file.name).exists():
        enqueue(TEXT_KIND, str(document.pk))


def ask_for_missing_texts() -> None:
    """Documents that nobody has read, such as those from before this was possible."""
    unread = CityDocument.objects.filter(text__isnull=True).order_by("pk").values_list("pk", flat=True)
    enqueue_many(TEXT_KIND, [str(pk) for pk in unread[:ASKED_AT_ONCE]])


def read_text(key: str, payload: dict[str, Any]) -> None:
    """Job: read the file of the document with primary key `key`, if that was not done. Idempotent."""
    document = CityDocument.objects.filter(pk=key).first()
    if document is None:
        return
    name = document.file.name
    if DocumentText.objects.filter(document=document, file_name=name).exists():
        return
    pages, problem = _read(document)
    values = {"file_name": name, "pages": pages, "problem": problem}
    DocumentText.objects.update_or_create(document=document, defaults=values)
    mark_changed(DOCUMENTS_SOURCE, document.pk)


def unreadable_documents() -> list[Finding]:
    """Nightly check: files whose words nobody can search for."""
    broken = DocumentText.objects.exclude(problem="").select_related("document").order_by("pk")
    return [
        Finding(Severity.WARNING, f"„{text.document.title}“ lässt sich nicht durchsuchen: {text.problem}")
        for text in broken[:ASKED_AT_ONCE]
    ]


def _read(document: CityDocument) -> tuple[Pages, str]:
    extension = document.file_extension.lower()
    if extension not in EXTENSIONS:
        return [], ""
    try:
        with document.file.storage.open(document.file.name, "rb") as file:
            return read_pages(file, extension), ""
    except Unreadable as error:
        log.warning("document_text.unreadable", document=document.pk, reason=str(error))
        return [], str(error)
    except FileNotFoundError:
        # The file was taken away by hand: trying again will not bring it back.
        return [], "the file is gone"
