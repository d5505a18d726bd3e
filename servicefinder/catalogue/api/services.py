"""`/api/v1/services`."""

from typing import Any, Literal
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router

from ..domain.department_tree import branch_of
from ..domain.public_rows import public_rows
from ..domain.service_rows import status_now
from ..models import PublishedService
from . import schemas
from .lists import Language, PageNumber, PageSize, Word, known_language, page_of
from .twins import twin

router = Router(tags=["services"])

Audience = Literal["citizen", "business"]


@router.get("", response=schemas.Services, url_name="services", summary="Services from A to Z")
def services(
    request: HttpRequest,
    page: PageNumber,
    size: PageSize,
    language: Language,
    letter: Word = None,
    department: UUID | None = None,
    life_situation: Word = None,
    audience: Audience | None = None,
    online: bool | None = None,
    free: bool | None = None,
    leika: Word = None,
) -> dict[str, Any]:
    """Filters combine. `department` includes those below it; `life_situation` is a slug."""
    rows = public_rows(PublishedService, known_language(language))
    if letter is not None:
        rows = rows.filter(letter=letter.upper())
    if department is not None:
        rows = rows.filter(department__in=branch_of(department))
    if life_situation is not None:
        rows = rows.filter(life_situations__slug=life_situation)
    if leika is not None:
        rows = rows.filter(service__pages__leika__code=leika).distinct()
    rows = _by_flags(rows, audience, online, free)
    return page_of(rows.order_by("sort_key", "pk"), page, size, summary)


@router.get("/{uuid:service_id}", response=schemas.Service, url_name="service", summary="All about a service")
def service(request: HttpRequest, service_id: UUID, language: Language) -> HttpResponse:
    return twin("service", known_language(language), service_id)


def _by_flags(
    rows: QuerySet[PublishedService], audience: str | None, online: bool | None, free: bool | None
) -> QuerySet[PublishedService]:
    if audience is not None:
        rows = rows.filter(**{{"citizen": "for_citizens", "business": "for_businesses"}[audience]: True})
    if online is not None:
        rows = rows.filter(online=online)
    if free is not None:
        rows = rows.filter(free_today=free)
    return rows


def summary(row: PublishedService) -> dict[str, Any]:
    document = row.document
    copied = ("id", "language", "title", "url", "official_name", "leika", "ozg", "audience")
    department = document["department"]
    return {
        **{name: document[name] for name in copied},
        "href": reverse("api-v1:service", args=[row.service_id]),
        "teaser": document["teaser"] or document["summary"],
        "department": department and {name: department[name] for name in ("id", "name", "url")},
        "life_situations": [situation["slug"] for situation in document["life_situations"]],
        "online": row.online,
        "free": row.free_today,
        "status": status_now(row.live_status, row.live_status_until),
    }
