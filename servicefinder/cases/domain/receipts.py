"""The receipt: everything that was sent, when, and what comes next; made from the sealed data on request."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import timezone, translation
from django.utils.formats import date_format

from pdf.rendering import render

from ..enums import DocumentSource
from ..models import Case
from ..wording import PdfTexts, day_in, texts_in
from .amounts import euros
from .contents import Contents, Price, Section
from .documents import name_of
from .letterheads import letterhead
from .sealing import Seal

TEMPLATE = "cases.receipt"


@dataclass(frozen=True)
class ReceiptFile:
    name: str
    size: int
    sha256: str
    added_at: datetime


@dataclass(frozen=True)
class Receipt:
    """`received` puts `received_at` into words: of what came on paper the day, else the moment."""

    reference: str
    subject: str
    received_at: date
    received: str
    sections: tuple[Section, ...]
    price: tuple[Price, ...]
    files: tuple[ReceiptFile, ...]
    text: str
    next: str


def receipt_of(case: Case, language: str) -> Receipt:
    """Raises DataErased. Files that were handed in later are listed too."""
    seal = Seal.of(case.pk)
    contents = Contents.from_json(seal.open_json("data", case.sealed_data))
    documents = case.documents.filter(source=DocumentSource.CITIZEN).order_by("added_at")
    texts = texts_in(language)
    return Receipt(
        reference=case.reference,
        subject=case.type_version.name,
        received_at=case.arrived_on or case.received_at,
        received=_received(case, language),
        sections=contents.sections,
        price=contents.price,
        files=tuple(
            ReceiptFile(name_of(each, seal), each.size, each.sha256, each.added_at) for each in documents
        ),
        text=contents.receipt_text,
        next=texts.states["received"].next.format(due=day_in(case.due_on, language)),
    )


def receipt_pdf(case: Case, language: str) -> bytes:
    """Raises DataErased, PdfProblem."""
    receipt, words = receipt_of(case, language), texts_in(language).pdf
    with translation.override(language):
        sizes = [filesizeformat(file.size) for file in receipt.files]
    files = zip(receipt.files, sizes, strict=True)
    data = {
        "title": words.receipt,
        "lang": words.lang,
        "sender": letterhead(case),
        "facts": [
            {"label": words.reference, "value": receipt.reference},
            {"label": words.subject, "value": receipt.subject},
            {"label": words.received, "value": receipt.received},
        ],
        "text": receipt.text,
        "next": receipt.next,
        "sections": [*map(_section, receipt.sections), *_price_section(receipt, words)],
        "files": [{"name": file.name, "size": size, "sha256": file.sha256} for file, size in files],
        "words": {"page": words.page, "of": words.of, "files": words.files},
    }
    return render(TEMPLATE, data)


def _received(case: Case, language: str) -> str:
    if case.arrived_on:
        return day_in(case.arrived_on, language)
    with translation.override(language):
        return date_format(timezone.localtime(case.received_at), texts_in(language).pdf.moment_format)


def _section(section: Section) -> dict[str, Any]:
    rows = [{"label": row.label, "value": row.value} for row in section.rows]
    return {"heading": section.heading, "rows": rows}


def _price_section(receipt: Receipt, words: PdfTexts) -> list[dict[str, Any]]:
    rows = [{"label": each.label, "value": euros(each.cents, words.lang)} for each in receipt.price]
    return [{"heading": words.price, "rows": rows}] if rows else []
