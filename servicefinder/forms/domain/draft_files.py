"""Files of a draft: encrypted with its key before they reach a disk, under names of ours.

The answer to a field that asks for files is `[{"id", "name", "size"}, …]`: so what is listed is sealed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from servicefinder.cases.domain.contents import IncomingFile

from ..models import DraftFile
from .drafts import Content, OpenDraft, change

NAME_CHARACTERS = 150


def add_files(draft: OpenDraft, field: str, files: Sequence[IncomingFile]) -> OpenDraft:
    """Keep checked files with what was there. Raises AlreadySubmitted, NoSuchDraft."""
    rows = [_stored(draft, field, file) for file in files]
    if not rows:
        return draft
    names = [file.name[-NAME_CHARACTERS:] for file in files]
    listed = [
        {"id": str(row.pk), "name": name, "size": row.size} for row, name in zip(rows, names, strict=True)
    ]

    def added(content: Content) -> Content:
        return replace(content, answers={**content.answers, field: [*files_in(content, field), *listed]})

    try:
        with transaction.atomic():
            changed = change(draft, added)
            DraftFile.objects.bulk_create(rows)
            return changed
    except BaseException:
        _delete_contents(rows)
        raise


def remove_file(draft: OpenDraft, file_id: str) -> OpenDraft:
    """Whatever is unknown is removed already. Raises AlreadySubmitted, NoSuchDraft."""

    def without(content: Content) -> Content:
        answers = {
            name: [each for each in value if each["id"] != file_id] if _is_listing(value) else value
            for name, value in content.answers.items()
        }
        return replace(content, answers=answers)

    with transaction.atomic():
        changed = change(draft, without)
        delete_rows(row for row in DraftFile.objects.filter(draft=draft.row) if str(row.pk) == file_id)
        return changed


def gone_files(draft: OpenDraft) -> dict[str, list[str]]:
    """Names of files that are listed but cannot be opened any more, by field. At most one query."""
    return {field: [each["name"] for each in listed] for field, listed in _gone(draft).items()}


def _gone(draft: OpenDraft) -> dict[str, list[Mapping[str, Any]]]:
    listings = {field: files_in(draft.content, field) for field in draft.content.answers}
    if not any(listings.values()):
        return {}
    rows = DraftFile.objects.filter(draft=draft.row)
    there = {str(row.pk) for row in rows if row.file.storage.exists(str(row.file.name))}
    gone = {field: [each for each in listed if each["id"] not in there] for field, listed in listings.items()}
    return {field: listed for field, listed in gone.items() if listed}


def forget_gone_files(draft: OpenDraft) -> OpenDraft:
    """Take what is no longer there off the lists. Raises AlreadySubmitted, NoSuchDraft."""
    for listed in _gone(draft).values():
        for each in listed:
            draft = remove_file(draft, each["id"])
    return draft


def files_in(content: Content, field: str) -> list[Mapping[str, Any]]:
    value = content.answers.get(field)
    return list(value or ()) if _is_listing(value) else []


def contents_of(draft: OpenDraft, fields: Iterable[str]) -> tuple[IncomingFile, ...]:
    """The files of these fields, opened, in the order in which they came. Raises DraftUnreadable."""
    listed = [each for field in fields for each in files_in(draft.content, field)]
    if not listed:
        return ()
    rows = {str(row.pk): row for row in DraftFile.objects.filter(draft=draft.row)}
    return tuple(
        IncomingFile(each["name"], row.media_type, _content(draft, row))
        for each in listed
        if (row := rows.get(each["id"]))
    )


def delete_rows(rows: Iterable[DraftFile]) -> None:
    """With what is on the disk, once the transaction has committed."""
    rows = list(rows)
    if not rows:
        return
    DraftFile.objects.filter(pk__in=[row.pk for row in rows]).delete()
    transaction.on_commit(lambda: _delete_contents(rows))


def _stored(draft: OpenDraft, field: str, file: IncomingFile) -> DraftFile:
    row = DraftFile(draft=draft.row, field=field, media_type=file.media_type, size=len(file.content))
    row.sealed_name = draft.seal.close(f"file-name:{row.pk}", file.name.encode())
    sealed = draft.seal.close(f"file:{row.pk}", file.content)
    row.file.save("file", ContentFile(sealed), save=False)
    return row


def _content(draft: OpenDraft, row: DraftFile) -> bytes:
    with row.file.open("rb") as file:
        return draft.seal.open(f"file:{row.pk}", file.read())


def _delete_contents(rows: Iterable[DraftFile]) -> None:
    for row in rows:
        row.file.storage.delete(str(row.file.name))


def _is_listing(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) and "id" in each for each in value)
