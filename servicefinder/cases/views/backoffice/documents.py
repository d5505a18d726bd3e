"""Documents of a case: as a download, and as a preview in the browser. Both are journalled."""

from io import BytesIO
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from uploads.http import private_file

from ...domain.documents import content_of, name_of
from ...domain.keys import KeyProblem
from ...domain.looking import note_document
from ...domain.sealing import Seal
from ...models import CaseDocument
from ...presentation.backoffice import IMAGE_TYPES, PREVIEWED_TYPES
from .access import actor, case_for

# Browsers refuse to show a PDF in a sandbox of ours; their own viewer keeps what is in it from the site.
PDF_CSP = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
IMAGE_CSP = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"


@require_safe
def download(request: HttpRequest, case_id: UUID, document_id: UUID) -> FileResponse:
    document, name, content = _opened(request, case_id, document_id)
    return private_file(BytesIO(content), name, document.media_type)


@require_safe
@xframe_options_sameorigin
def preview(request: HttpRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    """Only pictures and PDF; Http404 for anything else."""
    document, _, content = _opened(request, case_id, document_id)
    if document.media_type not in PREVIEWED_TYPES:
        raise Http404
    response = HttpResponse(content, content_type=document.media_type)
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = IMAGE_CSP if document.media_type in IMAGE_TYPES else PDF_CSP
    return response


def _opened(request: HttpRequest, case_id: UUID, document_id: UUID) -> tuple[CaseDocument, str, bytes]:
    case = case_for(request, case_id)
    document = get_object_or_404(CaseDocument, pk=document_id, case=case)
    try:
        seal = Seal.of(case.pk)
        content = content_of(document, seal)
    except (KeyProblem, FileNotFoundError):
        raise Http404 from None
    note_document(document, actor(request))
    return document, name_of(document, seal), content
