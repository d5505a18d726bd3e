"""Builds the table of a language from the read model; the worker does it after every publication."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from outbox.domain.jobs import enqueue, enqueue_many

from ...models import FinderTable
from .contents import table_content

FINDER_KIND = "catalogue.finder"
VERSION_LENGTH = 32
FORM = 1  # To be raised when `contents` writes something else: older tables are built anew.


def ask_for_table(language: str) -> None:
    """Have the worker build the table of `language` after the current transaction."""
    enqueue(FINDER_KIND, language)


def ask_for_all_tables() -> None:
    enqueue_many(FINDER_KIND, (code for code, _ in settings.LANGUAGES))


@transaction.atomic
def build_table(language: str) -> FinderTable:
    """Write the table of `language` as the read model is now. Idempotent."""
    content = table_content(language)
    values = {"version": _version(content), "content": content}
    return FinderTable.objects.update_or_create(language=language, defaults=values)[0]


@transaction.atomic
def build_missing_table(language: str) -> FinderTable:
    """Write the table where there is none yet; one that the worker has written meanwhile stays."""
    return readable_tables(language).first() or build_table(language)


def readable_tables(language: str) -> QuerySet[FinderTable]:
    """The table of `language`, if it has the form that this version of the program reads."""
    return FinderTable.objects.filter(language=language, version__startswith=f"{FORM}.")


def _version(content: dict[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True)
    return f"{FORM}.{hashlib.sha256(text.encode()).hexdigest()}"[:VERSION_LENGTH]
