"""Whether a file may come in: size, type by content, what is inside, viruses."""

from collections.abc import Collection
from pathlib import PurePath
from typing import BinaryIO

from uploads.domain.archives import check_archive
from uploads.domain.file_types import ZIP_SIGNATURE, file_type_of
from uploads.domain.images import opened
from uploads.domain.refusal import UploadRefused
from uploads.domain.virus_scan import scan
from uploads.enums import ATTACHMENTS, IMAGES, FileType

UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024


def check_upload(
    file: BinaryIO,
    name: str,
    size: int,
    *,
    allowed: Collection[FileType] = ATTACHMENTS,
    limit_bytes: int = UPLOAD_LIMIT_BYTES,
) -> FileType:
    """The type of `file`, once everything about it is in order; else raises UploadRefused."""
    if size > limit_bytes:
        megabytes = limit_bytes // (1024 * 1024)
        message = "Die Datei ist zu groß. Erlaubt sind %(megabytes)s MB."
        raise UploadRefused(message, code="size", params={"megabytes": megabytes})
    file_type = file_type_of(file, name)
    if file_type is None or file_type not in allowed:
        message = "Diese Art Datei nehmen wir nicht an. Erlaubt sind: %(types)s."
        raise UploadRefused(message, code="type", params={"types": _names(allowed)})
    _check_extension(file_type, name)
    _check_content(file, file_type)
    scan(file)
    return file_type


def _check_extension(file_type: FileType, name: str) -> None:
    if PurePath(name).suffix.lower().removeprefix(".") not in file_type.extensions:
        message = (
            "Der Inhalt der Datei ist %(type)s, ihr Name sagt etwas anderes."
            " Bitte lassen Sie ihn auf „.%(extension)s“ enden."
        )
        params = {"type": file_type.name, "extension": file_type.extensions[0]}
        raise UploadRefused(message, code="extension", params=params)


def _check_content(file: BinaryIO, file_type: FileType) -> None:
    if file_type in IMAGES:
        with opened(file):
            return
    if file.read(4) == ZIP_SIGNATURE:
        check_archive(file)
    file.seek(0)


def _names(allowed: Collection[FileType]) -> str:
    return ", ".join(sorted(file_type.name for file_type in allowed))
