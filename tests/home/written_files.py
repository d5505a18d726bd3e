"""PDF and office files with given words, as small as they can be."""

import io
import zipfile
from collections.abc import Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def pdf(pages: Sequence[str]) -> bytes:
    """One line per page, in Helvetica with Windows' letters."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, words in enumerate(pages):
        content = b"BT /F1 12 Tf 72 700 Td (" + words.encode("cp1252") + b") Tj ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _with_table(objects)


def _with_table(objects: Sequence[bytes]) -> bytes:
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(file)


def archive(**parts: bytes | str) -> bytes:
    """A ZIP; `__` in a name stands for a slash, `_` for a dot."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def docx(*paragraphs: str, before: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    return archive(
        word__document_xml=f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    )


def xlsx(*cells: str) -> bytes:
    shared = "".join(f"<si><t>{words}</t></si>" for words in cells)
    return archive(
        xl__workbook_xml="<workbook/>", xl__sharedStrings_xml=f'<sst xmlns="{SHEET}">{shared}</sst>'
    )


def open_document(*paragraphs: str) -> bytes:
    lines = "".join(f"<text:p>{words}</text:p>" for words in paragraphs)
    content = (
        f'<o:document xmlns:o="{OFFICE}" xmlns:text="{TEXT}"><text:h>Überschrift</text:h>{lines}</o:document>'
    )
    return archive(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)
