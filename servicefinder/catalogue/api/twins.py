"""The document of one page as it is stored, without what is only for editors: no building, one statement."""

from uuid import UUID

import orjson
from django.http import Http404, HttpResponse
from django.utils import timezone

from ..domain.page_reading import Kind, stored_document

JSON_TYPE = "application/json; charset=utf-8"
# For the search and for those who keep the page; the documents hold them, citizens' pages do not show them.
EDITORIAL_FIELDS = frozenset({"search_terms", "demand", "review_due"})


def twin(kind: Kind, language: str, key: UUID) -> HttpResponse:
    """With the row's digest as ETag, which changes whenever the document does. Raises Http404."""
    found = stored_document(kind, language, key, timezone.now())
    if found is None:
        raise Http404
    public = {name: value for name, value in orjson.loads(found.text).items() if name not in EDITORIAL_FIELDS}
    return HttpResponse(orjson.dumps(public), content_type=JSON_TYPE, headers={"ETag": f'"{found.digest}"'})
