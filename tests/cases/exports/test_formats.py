import pytest

from servicefinder.cases.exports.xdomea.formats import format_of
from tests.factories.uploads import picture_file

META = b"%PDF-1.7 <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"


@pytest.mark.parametrize(
    ("content", "media_type", "expected"),
    [
        (b"%PDF-1.7 plan", "application/pdf", ("PDF", "1.7")),
        (META, "application/pdf", ("PDF/A", "2b")),
        (b"%PDF-1.4 pdfaid:part='1' pdfaid:conformance='A'", "application/pdf", ("PDF/A", "1a")),
        (b"no head", "application/pdf", ("PDF", "unbekannt")),
        (b"{}", "application/json", ("JSON", "unbekannt")),
        (b"", "application/x-thing", ("application/x-thing", "unbekannt")),
    ],
)
def test_the_content_says_name_and_version(content, media_type, expected):
    assert format_of(content, media_type) == expected


def test_a_photograph_says_its_version():
    name, version = format_of(picture_file("JPEG").getvalue(), "image/jpeg")

    assert name == "JPEG"
    assert version.startswith("1.0")
