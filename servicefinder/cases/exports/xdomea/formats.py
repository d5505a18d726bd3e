"""Name and version of a file's format as its content says them."""

import re

from .vocabulary import FORMAT_NAMES

UNKNOWN = "unbekannt"
HEAD_BYTES, SEARCHED_BYTES = 1024, 1024 * 1024
PDF_VERSION = re.compile(rb"%PDF-([0-9]\.[0-9])")
PDF_A_PART = re.compile(rb"""pdfaid:part(?:>|=["'])\s*([1-4])""")
PDF_A_LEVEL = re.compile(rb"""pdfaid:conformance(?:>|=["'])\s*([ABUEFabuef])""")
JFIF = re.compile(rb"^\xff\xd8\xff\xe0..JFIF\x00(.)(.)", re.DOTALL)


def format_of(content: bytes, media_type: str) -> tuple[str, str]:
    """For example ("PDF/A", "2b"), ("PDF", "1.7"), ("JPEG", "1.02"); else the media type."""
    name = FORMAT_NAMES.get(media_type, media_type)
    if media_type == "application/pdf":
        return _pdf(content)
    if media_type == "image/jpeg" and (found := JFIF.match(content[:HEAD_BYTES])):
        return name, f"{found[1][0]}.{found[2][0]:02d}"
    return name, UNKNOWN


def _pdf(content: bytes) -> tuple[str, str]:
    ends = content[:SEARCHED_BYTES] + content[-SEARCHED_BYTES:]
    if part := PDF_A_PART.search(ends):
        level = PDF_A_LEVEL.search(ends)
        return "PDF/A", part[1].decode() + (level[1].decode().lower() if level else "")
    version = PDF_VERSION.search(content[:HEAD_BYTES])
    return "PDF", version[1].decode() if version else UNKNOWN
