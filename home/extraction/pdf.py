"""The words of a PDF, page by page."""

from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from home.extraction.limits import PAGES_LIMIT


def pdf_pages(path: Path) -> Iterator[tuple[int, str]]:
    """Number, from 1, and text of each page that has any. A page that cannot be read is left out.

    Scanned pages have no text. A file that asks for a password is tried with none.
    """
    with path.open("rb") as file:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            return
        for number, page in enumerate(reader.pages[:PAGES_LIMIT], start=1):
            try:
                text = page.extract_text()
            except (RecursionError, MemoryError):
                raise
            except Exception:  # noqa: S112 - pypdf raises whatever a broken page makes it stumble over.
                continue
            if text.strip():
                yield number, text
