"""What becomes of forms that nobody finished: after a fortnight they are gone, files and all."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from uploads.storage import private_storage

from .domain.draft_files import delete_rows
from .models import Draft, DraftFile
from .models.drafts import DRAFTS_FOLDER

BATCH = 200
# A file is written before its row: younger ones may still get one.
SETTLED_AFTER = timedelta(days=1)


def delete_expired_drafts() -> None:
    """In short transactions, so that nobody who is filling in a form has to wait."""
    while ids := list(
        Draft.objects.filter(expires_at__lte=timezone.now()).values_list("pk", flat=True)[:BATCH]
    ):
        with transaction.atomic():
            delete_rows(DraftFile.objects.filter(draft__in=ids))
            Draft.objects.filter(pk__in=ids).delete()
    _delete_orphans(private_storage())


def _delete_orphans(storage: Storage) -> None:
    """Files whose row was never written, or whose deletion was cut short."""
    known = set(DraftFile.objects.values_list("file", flat=True))
    before = timezone.now() - SETTLED_AFTER
    for name in _files_below(storage, DRAFTS_FOLDER):
        if name not in known and storage.get_modified_time(name) < before:
            storage.delete(name)


def _files_below(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for each in folders:
        yield from _files_below(storage, f"{folder}/{each}")
