"""Writes the read models: in the transaction of the change, and again when something they show changes."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from home.release import release
from search.domain.indexing import mark_changed

from ..models import IdentifiedPage, WrittenReadModel
from .dependents import ask_for, republish_dependents
from .publications import PUBLICATIONS, Publication, publication_named, publication_of
from .translations import is_public


def publish_read_model(page: Page) -> None:
    """Write the page's read model, or remove it where the page is not for everybody.

    Idempotent, in one transaction. What shows this page is published again by the worker.
    """
    publication = publication_of(type(page))
    if publication is None:
        return
    with transaction.atomic():
        if is_public(page):
            _write(publication, page)
        else:
            _remove(publication, page.identity_id, [page.language])


def withdraw(page: IdentifiedPage) -> None:
    """Take the page's language out of the read model."""
    if publication := publication_of(type(page)):
        _remove(publication, page.identity_id, [page.language])


@transaction.atomic
def republish(name: str, identity_id: UUID) -> None:
    """Build every language of an identity anew, and remove rows that no page stands behind."""
    publication = publication_named(name)
    pages = list(publication.pages._default_manager.filter(translation_key=identity_id))
    for page in pages:
        publish_read_model(page)
    languages = publication.rows_of(identity_id).values_list("language", flat=True)
    _remove(publication, identity_id, set(languages) - {page.language for page in pages})


def republish_due() -> None:
    """Ask for every row whose moment has come: a fee starts, a restriction ends, a release is new."""
    due = Q(changes_at__lte=timezone.now())
    older = Q(written_with__lt=release()) | Q(written_with__gt=release())  # Both by index.
    for publication in PUBLICATIONS:
        _ask_for_rows(publication, due)
        if issubclass(publication.rows, WrittenReadModel):
            _ask_for_rows(publication, older)


def _ask_for_rows(publication: Publication, which: Q) -> None:
    keys = publication.rows._default_manager.filter(which).values_list(f"{publication.name}_id", flat=True)
    ask_for(f"{publication.name}:{key}" for key in keys.distinct())


def republish_strays() -> None:
    """Ask for what is live without a row, and for rows without a live page: a safety net, once a night."""
    for publication in PUBLICATIONS:
        live = publication.pages._default_manager.filter(live=True)
        pages = set(live.values_list("translation_key", "locale__language_code"))
        rows = set(publication.rows._default_manager.values_list(f"{publication.name}_id", "language"))
        ask_for(f"{publication.name}:{key}" for key, _ in pages ^ rows)


def _write(publication: Publication, page: IdentifiedPage) -> None:
    values = publication.values_of(page)
    before = publication.rows_of(page.identity_id).filter(language=page.language).first()
    if before is not None and before.digest == values["digest"]:
        return
    situations = values.pop("life_situations", None)
    rows: Any = publication.rows._default_manager
    key = {f"{publication.name}_id": page.identity_id, "language": page.language}
    row, _ = rows.update_or_create(**key, defaults=values)
    if situations is not None:
        row.life_situations.set(situations)
    mark_changed(publication.name, str(page.identity_id))
    if before is None or _shown_elsewhere(before) != _shown_elsewhere(row):
        republish_dependents(publication.name, page.identity_id)


def _shown_elsewhere(row: Any) -> tuple[Any, ...]:
    """What other documents say about this one."""
    return row.title, row.slug, row.document.get("path")


def _remove(publication: Publication, identity_id: UUID, languages: Any) -> None:
    deleted, _ = publication.rows_of(identity_id).filter(language__in=languages).delete()
    if deleted:
        mark_changed(publication.name, str(identity_id))
        republish_dependents(publication.name, identity_id)
