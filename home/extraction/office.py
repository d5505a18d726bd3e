"""The words of office files: ZIP archives with XML inside, of Microsoft's and of the OpenDocument kind."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from home.extraction.limits import PART_LIMIT_BYTES, RATIO_LIMIT

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# Extension → parts that hold words, the elements that are lines of text.
PARTS: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "docx": (("word/document.xml", "word/footnotes.xml"), frozenset({f"{WORD}p"})),
    "xlsx": (("xl/sharedStrings.xml",), frozenset({f"{SHEET}si"})),
    "odt": (("content.xml",), frozenset({f"{TEXT}p", f"{TEXT}h"})),
    "ods": (("content.xml",), frozenset({f"{TEXT}p"})),
}


class TooLarge(ValueError):
    """A part unpacks to more than a document has."""


def office_lines(path: Path, extension: str) -> Iterator[str]:
    """The lines of text, in order. Raises TooLarge, or what zipfile and the XML parser raise."""
    names, lines = PARTS[extension]
    with zipfile.ZipFile(path) as archive:
        for name in names:
            if name in archive.namelist():
                yield from _lines(_unpacked(archive, name), lines)


def _unpacked(archive: zipfile.ZipFile, name: str) -> BytesIO:
    """What the archive says about sizes is not believed: reading stops at the limit."""
    entry = archive.getinfo(name)
    if entry.file_size > PART_LIMIT_BYTES or entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1):
        raise TooLarge(name)
    with archive.open(entry) as part:
        content = part.read(PART_LIMIT_BYTES + 1)
    if len(content) > PART_LIMIT_BYTES:
        raise TooLarge(name)
    return BytesIO(content)


def _lines(part: BytesIO, wanted: frozenset[str]) -> Iterator[str]:
    # Entities and references to other files are refused by defusedxml.
    elements: Iterator[tuple[str, Any]] = iterparse(part, events=("end",), forbid_dtd=True)
    for _, element in elements:
        if element.tag in wanted:
            text = _text(element)
            if text.strip():
                yield text
            element.clear()


def _text(element: Element) -> str:
    """Words part at tabs and breaks, which are elements of their own."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag.endswith(("}tab", "}br", "}line-break", "}s")):
            parts.append(" ")
        parts.append(node.text or "")
        if node is not element:
            parts.append(node.tail or "")
    return "".join(parts)
