"""Private files that no row names: written in a transaction that failed, or left behind by a deletion."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.core.files.storage import Storage
from django.utils import timezone

from ..models import CaseDocument

# A transaction that has written its file may still be under way.
AGE = timedelta(hours=24)
SLICE = 500
SUFFIX = ".sealed"


def delete_orphans() -> int:
    """Files of cases only: other rooms keep theirs in folders of their own and look after them."""
    storage, deleted, batch = CaseDocument._meta.get_field("file").storage, 0, []
    for name in _files(storage, ""):
        batch.append(name)
        if len(batch) == SLICE:
            deleted, batch = deleted + _delete(storage, batch), []
    return deleted + _delete(storage, batch)


def _delete(storage: Storage, names: Iterable[str]) -> int:
    names = list(names)
    known = set(CaseDocument.objects.filter(file__in=names).values_list("file", flat=True))
    before, orphans = timezone.now() - AGE, [name for name in names if name not in known]
    old = [name for name in orphans if storage.get_modified_time(name) < before]
    for name in old:
        storage.delete(name)
    return len(old)


def _files(storage: Storage, folder: str) -> Iterator[str]:
    """Below the folders of years, `2026/11/…`."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        if folder and name.endswith(SUFFIX):
            yield f"{folder}/{name}"
    for name in folders:
        if name.isdigit():
            yield from _files(storage, f"{folder}/{name}" if folder else name)
