"""Files that people hand in with their cases: small, harmless, and marked as specimens."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from servicefinder.cases.domain.contents import IncomingFile

SIZE = (900, 560)
PAPER, INK, LINE = "#f4f1ea", "#26413f", "#8fa8a4"
PDF_TYPE, PNG_TYPE = "application/pdf", "image/png"


@cache
def specimen(name: str, title: str) -> IncomingFile:
    """A PDF or PNG, by the ending of `name`, that says `title`."""
    if name.endswith(".png"):
        return IncomingFile(name, PNG_TYPE, _png(title))
    return IncomingFile(name, PDF_TYPE, _pdf(title))


def _png(title: str) -> bytes:
    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((30, 30, SIZE[0] - 30, SIZE[1] - 30), outline=LINE, width=4)
    for row in range(5):
        draw.line((90, 240 + row * 50, SIZE[0] - 90 - row * 60, 240 + row * 50), fill=LINE, width=6)
    draw.text((90, 90), "MUSTER", fill=INK, font=ImageFont.load_default(52))
    draw.text((90, 165), title[:60], fill=INK, font=ImageFont.load_default(28))
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _pdf(title: str) -> bytes:
    """One page with two lines; written by hand, since that is all there is in it."""
    text = _escaped(title)
    drawn = b"BT /F1 24 Tf 72 740 Td (MUSTER) Tj 0 -40 Td /F1 14 Tf (" + text + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, count = len(content), len(objects) + 1
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return content + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)


def _escaped(text: str) -> bytes:
    encoded = text.encode("cp1252", "replace")
    return encoded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
