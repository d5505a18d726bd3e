"""`/api/v1/offices` and `/api/v1/departments`: lists hold whole documents, which are small."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from ..domain.public_rows import public_rows
from ..models import PublishedDepartment, PublishedOffice
from . import schemas
from .lists import Language, PageNumber, PageSize, known_language, page_of
from .twins import twin

offices_router = Router(tags=["offices"])
departments_router = Router(tags=["departments"])


@offices_router.get("", response=schemas.Offices, url_name="offices", summary="Offices from A to Z")
def offices(request: HttpRequest, page: PageNumber, size: PageSize, language: Language) -> dict[str, Any]:
    return _documents(PublishedOffice, language, page, size)


@offices_router.get(
    "/{uuid:office_id}", response=schemas.Office, url_name="office", summary="All about an office"
)
def office(request: HttpRequest, office_id: UUID, language: Language) -> HttpResponse:
    return twin("office", known_language(language), office_id)


@departments_router.get(
    "", response=schemas.Departments, url_name="departments", summary="Departments from A to Z"
)
def departments(request: HttpRequest, page: PageNumber, size: PageSize, language: Language) -> dict[str, Any]:
    return _documents(PublishedDepartment, language, page, size)


@departments_router.get(
    "/{uuid:department_id}",
    response=schemas.Department,
    url_name="department",
    summary="All about a department",
)
def department(request: HttpRequest, department_id: UUID, language: Language) -> HttpResponse:
    return twin("department", known_language(language), department_id)


def _documents(model: Any, language: str, page: int, size: int) -> dict[str, Any]:
    rows = public_rows(model, known_language(language)).order_by("sort_key", "pk")
    return page_of(rows, page, size, lambda row: row.document)
