from io import BytesIO

import pytest

from tests.factories.uploads import archive_file, docx_file, odt_file, pdf_file, picture_file
from tests.uploads.conftest import EICAR, Server
from uploads.domain.checking import check_upload
from uploads.domain.refusal import UploadRefused
from uploads.enums import DOCUMENTS, IMAGES, FileType


def check(file: BytesIO, name: str, **options) -> FileType:
    return check_upload(file, name, len(file.getvalue()), **options)


def refusal(file: BytesIO, name: str, **options) -> UploadRefused:
    with pytest.raises(UploadRefused) as refused:
        check(file, name, **options)
    return refused.value


def test_allowed_file_passes_and_is_rewound():
    file = pdf_file()

    assert check(file, "Antrag.PDF") is FileType.PDF
    assert file.tell() == 0


def test_too_large_file_is_refused():
    error = refusal(BytesIO(b"x" * (1024 * 1024 + 1)), "a.pdf", limit_bytes=1024 * 1024)

    assert error.messages == ["Die Datei ist zu groß. Erlaubt sind 1 MB."]


def test_type_that_is_not_allowed_here_is_refused():
    error = refusal(pdf_file(), "a.pdf", allowed=IMAGES)

    assert error.code == "type"
    assert "AVIF, GIF, JPEG, PNG, WEBP" in error.messages[0]


def test_name_that_hides_the_type_is_refused():
    error = refusal(pdf_file(), "foto.jpg")

    assert error.code == "extension"
    assert "„.pdf“" in error.messages[0]


def test_broken_picture_is_refused():
    broken = BytesIO(picture_file("PNG").getvalue()[:40])

    assert refusal(broken, "a.png").code == "content"


def test_office_file_passes():
    assert check(docx_file(), "Brief.docx", allowed=DOCUMENTS) is FileType.DOCX
    assert check(odt_file(), "Brief.odt", allowed=DOCUMENTS) is FileType.ODT


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (docx_file(**{"word/vbaProject.bin": b"macro"}), "a.docx"),
        (odt_file(**{"Basic/Standard/Module1.xml": b"macro"}), "a.odt"),
        (archive_file({"../../etc/passwd": b"root"}), "a.zip"),
        (archive_file({"/etc/passwd": b"root"}), "a.zip"),
        (archive_file({"..\\windows\\system.ini": b"x"}), "a.zip"),
    ],
)
def test_macros_and_paths_out_of_the_folder_are_refused(file: BytesIO, name: str):
    assert "Makros oder unzulässige Pfade" in refusal(file, name, allowed=DOCUMENTS).message


def test_archive_bomb_is_refused():
    bomb = archive_file({"zeros.txt": bytes(20 * 1024 * 1024)})

    assert "ausgepackt zu groß" in refusal(bomb, "a.zip", allowed=DOCUMENTS).message


def test_encrypted_archive_is_refused():
    file = archive_file({"a.txt": b"hello"})
    content = bytearray(file.getvalue())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # The flag in the central directory.

    assert "verschlüsselt" in refusal(BytesIO(bytes(content)), "a.zip", allowed=DOCUMENTS).message


def test_virus_is_refused(scanner: Server):
    infected = BytesIO(pdf_file().getvalue() + EICAR)

    assert refusal(infected, "a.pdf").code == "virus"
