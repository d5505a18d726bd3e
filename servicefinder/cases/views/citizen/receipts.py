"""The receipt as a page and as a PDF."""

from io import BytesIO
from typing import cast

from django.http import HttpRequest, HttpResponse

from uploads.http import private_file

from ...domain.receipts import receipt_of, receipt_pdf
from ...models import Case
from ...wording import texts_in
from .pages import current_language, page, texts_of_request, with_case


@with_case
def show_receipt(request: HttpRequest, case: Case, token: str) -> HttpResponse:
    texts = texts_of_request().page
    receipt = receipt_of(case, current_language())
    return page(request, "cases/receipt.html", texts.receipt_title, receipt=receipt, token=token)


@with_case
def receipt_as_pdf(request: HttpRequest, case: Case, token: str) -> HttpResponse:
    """The reader's own tool shows it; no browser opens it as a page of ours.

    It speaks one language, whatever page it is fetched from: that of its questions and answers.
    """
    name = f"{texts_in(case.language).pdf.receipt}-{case.reference}.pdf"
    made = BytesIO(receipt_pdf(case, case.language))
    return cast(HttpResponse, private_file(made, name, "application/pdf"))
