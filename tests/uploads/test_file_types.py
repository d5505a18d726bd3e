from io import BytesIO

import pytest

from tests.factories.uploads import archive_file, docx_file, odt_file, pdf_file, picture_file
from uploads.domain.file_types import file_type_of
from uploads.enums import FileType


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (picture_file("JPEG"), FileType.JPEG),
        (picture_file("PNG"), FileType.PNG),
        (picture_file("GIF"), FileType.GIF),
        (picture_file("WEBP"), FileType.WEBP),
        (picture_file("AVIF"), FileType.AVIF),
        (pdf_file(), FileType.PDF),
        (docx_file(), FileType.DOCX),
        (archive_file({"xl/workbook.xml": b"<workbook/>"}), FileType.XLSX),
        (odt_file(), FileType.ODT),
        (archive_file({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), FileType.ODS),
        (archive_file({"readme.txt": b"hello"}), FileType.ZIP),
        (BytesIO(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), FileType.ICS),
    ],
    ids=lambda value: value.name if isinstance(value, FileType) else "",
)
def test_type_is_read_from_the_content(file: BytesIO, expected: FileType):
    assert file_type_of(file, "whatever.exe") is expected
    assert file.tell() == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00 program",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<!doctype html><script>alert(1)</script>",
        b"PK\x03\x04 broken archive",
        b"#!/bin/sh\nrm -rf /",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Word with macros",
    ],
)
def test_unknown_and_dangerous_content_has_no_type(content: bytes):
    assert file_type_of(BytesIO(content), "photo.jpg") is None


def test_unknown_open_document_has_no_type():
    assert file_type_of(archive_file({"mimetype": b"application/epub+zip"})) is None


def test_only_text_named_csv_is_csv():
    text = BytesIO("Straße;Hausnummer\n".encode("latin-1"))

    assert file_type_of(text, "Liste.CSV") is FileType.CSV
    assert file_type_of(text, "Liste.txt") is None
    assert file_type_of(BytesIO(b"a;\0b"), "Liste.csv") is None
