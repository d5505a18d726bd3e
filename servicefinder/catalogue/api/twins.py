"""The document of one page as it is stored: no parsing, no building, no query but one."""

from typing import Any
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import Http404, HttpResponse

from ..domain.public_rows import public_rows

JSON_TYPE = "application/json; charset=utf-8"


def twin(model: Any, language: str, **key: UUID) -> HttpResponse:
    """The stored text with the row's digest as ETag, which changes whenever the text does. Raises Http404."""
    rows = public_rows(model, language, **key).annotate(text=Cast("document", TextField()))
    found = rows.values_list("text", "digest").first()
    if found is None:
        raise Http404
    text, digest = found
    return HttpResponse(text, content_type=JSON_TYPE, headers={"ETag": f'"{digest}"'})
