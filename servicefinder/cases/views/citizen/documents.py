"""Handing in a document, and fetching those that the citizen may see."""

from io import BytesIO
from typing import cast
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from uploads.http import private_file

from ...domain.deciding import note_first_opening
from ...domain.documents import TooMuch, content_of, hand_in, name_of
from ...domain.sealing import Seal
from ...domain.transitions import NotPossible
from ...forms.citizen import DocumentForm
from ...models import Case
from .pages import SeeOther, texts_of_request, with_case
from .refusing import too_much
from .status import DONE, status_page


@with_case
def add_document(request: HttpRequest, case: Case, token: str) -> HttpResponse:
    address = reverse("case_status", args=[token])
    if request.method != "POST":
        return SeeOther(address)
    texts = texts_of_request()
    form = DocumentForm(request.POST, request.FILES, texts=texts, auto_id="dokument-%s")
    if form.is_valid():
        try:
            with transaction.atomic():
                if form.use_ticket():
                    hand_in(case, form.incoming())
        except TooMuch as refused:
            form.add_error("file", too_much(refused, texts))
        except NotPossible:
            form.add_error(None, texts.form.no_longer)
        else:
            return SeeOther(f"{address}?{DONE}=document")
        case.refresh_from_db()
    return status_page(request, case, token, document_form=form)


@with_case
def download(request: HttpRequest, case: Case, token: str, document: UUID) -> HttpResponse:
    """Only what is public, and of this case. The first opening of a decision is journalled."""
    found = case.documents.filter(pk=document, public=True).first()
    if found is None:
        raise Http404
    seal = Seal.of(case.pk)
    content = BytesIO(content_of(found, seal))
    if request.method == "GET":
        note_first_opening(found)
    return cast(HttpResponse, private_file(content, name_of(found, seal), found.media_type))
