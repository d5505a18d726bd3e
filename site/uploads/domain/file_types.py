"""The type of a file by its content; its name and what the browser says are not believed."""

import zipfile
from typing import BinaryIO

from uploads.enums import FileType

HEAD_BYTES = 4096
# First bytes of each format (ISO/IEC 10918, 15948, GIF89a, ISO 32000, 23000-22, RFC 9649, RFC 5545;
# WebVTT and Matroska's EBML).
SIGNATURES: tuple[tuple[bytes, FileType], ...] = (
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"GIF87a", FileType.GIF),
    (b"GIF89a", FileType.GIF),
    (b"%PDF-", FileType.PDF),
    (b"BEGIN:VCALENDAR", FileType.ICS),
    (b"WEBVTT", FileType.VTT),
    (b"\x1aE\xdf\xa3", FileType.WEBM),
)
AVIF_BRANDS = (b"avif", b"avis")
FILM_BRANDS = (b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"M4V ")
ZIP_SIGNATURE = b"PK\x03\x04"
OFFICE_PARTS = {"word/document.xml": FileType.DOCX, "xl/workbook.xml": FileType.XLSX}
OPEN_DOCUMENTS = {file_type.media_type: file_type for file_type in (FileType.ODT, FileType.ODS)}


def file_type_of(file: BinaryIO, name: str = "") -> FileType | None:
    """What `file` is, None for anything unknown. `name` only tells CSV from other text.

    Leaves the file at its start. A ZIP that is broken is unknown.
    """
    file.seek(0)
    head = file.read(HEAD_BYTES)
    file.seek(0)
    for signature, file_type in SIGNATURES:
        if head.startswith(signature):
            return file_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileType.WEBP
    if head[4:8] == b"ftyp" and any(brand in head[8:64] for brand in AVIF_BRANDS):
        return FileType.AVIF
    if head[4:8] == b"ftyp" and head[8:12] in FILM_BRANDS:
        return FileType.MP4
    if head.startswith(ZIP_SIGNATURE):
        return _zip_type(file)
    return FileType.CSV if name.lower().endswith(".csv") and _is_text(head) else None


def _zip_type(file: BinaryIO) -> FileType | None:
    """Office formats are ZIP archives that say inside what they are."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                declared = archive.open("mimetype").read(100).decode("ascii", "replace")
                return OPEN_DOCUMENTS.get(declared)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        return None
    finally:
        file.seek(0)
    return next((file_type for part, file_type in OFFICE_PARTS.items() if part in names), FileType.ZIP)


def _is_text(head: bytes) -> bool:
    return bool(head) and b"\0" not in head and b"<script" not in head.lower()
