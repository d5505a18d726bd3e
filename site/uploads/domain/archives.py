"""ZIP archives and the office files made of them: no bombs, no macros, no paths out of the folder."""

import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO

from uploads.domain.refusal import UploadRefused

UNPACKED_LIMIT_BYTES = 500 * 1024 * 1024
RATIO_LIMIT = 200  # Office XML packs to about a tenth; bombs to a thousandth and less.
ENTRIES_LIMIT = 10_000
MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
OPEN_DOCUMENT_MACROS = ("Basic/", "Scripts/")
MACROS_REFUSED = "Die Datei enthält Makros oder unzulässige Pfade. Bitte speichern Sie sie als PDF."


def check_archive(file: BinaryIO) -> None:
    """Raises UploadRefused for an archive that could harm whoever opens it. Leaves the file at its start."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise UploadRefused("Die Datei ist beschädigt und lässt sich nicht öffnen.", code="content") from None
    finally:
        file.seek(0)
    _check_size(entries)
    for entry in entries:
        _check_entry(entry)
    names = {entry.filename for entry in entries}
    if "mimetype" in names and any(name.startswith(OPEN_DOCUMENT_MACROS) for name in names):
        raise UploadRefused(MACROS_REFUSED, code="content")


def _check_size(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if unpacked > UNPACKED_LIMIT_BYTES or unpacked / packed > RATIO_LIMIT or len(entries) > ENTRIES_LIMIT:
        raise UploadRefused("Die Datei wäre ausgepackt zu groß.", code="content")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or path.name.lower() in MACRO_PARTS:
        raise UploadRefused(MACROS_REFUSED, code="content")
    if entry.flag_bits & 0x1:  # Encrypted: no scanner could look inside.
        raise UploadRefused(
            "Die Datei ist verschlüsselt. Bitte senden Sie sie ohne Kennwort.", code="content"
        )
