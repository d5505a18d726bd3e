"""The document of one page as it is stored: no parsing, no building, one statement."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone

from ..domain.page_reading import Kind, stored_document

JSON_TYPE = "application/json; charset=utf-8"


def twin(kind: Kind, language: str, key: UUID) -> HttpResponse:
    """The stored text with the row's digest as ETag, which changes whenever the text does. Raises Http404."""
    found = stored_document(kind, language, key, timezone.now())
    if found is None:
        raise Http404
    return HttpResponse(found.text, content_type=JSON_TYPE, headers={"ETag": f'"{found.digest}"'})
