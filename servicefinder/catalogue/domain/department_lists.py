"""What belongs to a department, as the public may see it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from ..enums import AddressKind
from ..models import PublishedDepartment, PublishedOffice, PublishedService, flat_path
from .public_rows import public_rows
from .service_rows import ServiceRow, service_rows

LONGEST_LIST = 50  # More services than that are better narrowed in the finder.


@dataclass(frozen=True)
class ServiceList:
    """The first services of a list, and how many there are in all."""

    rows: list[ServiceRow]
    total: int


def services_of(language: str, department: str) -> ServiceList:
    """The department's own services from A to Z, at most `LONGEST_LIST`."""
    found = public_rows(PublishedService, language, department=department)
    return ServiceList(list(service_rows(found.order_by("sort_key")[:LONGEST_LIST])), found.count())


def subdepartments(language: str, department: str) -> list[dict[str, Any]]:
    """Links to the departments directly below."""
    below = public_rows(PublishedDepartment, language, parent=department).order_by("sort_key")
    return [_link(row) for row in below.only("title", "slug", "language")]


def offices_of(language: str, department: str, main_office: str | None) -> list[dict[str, Any]]:
    """Documents of the main office, then of the department's own offices."""
    wanted = Q(department=department) | (Q(office=main_office) if main_office else Q())
    rows = public_rows(PublishedOffice, language).filter(wanted).order_by("sort_key")
    return [row.document for row in sorted(rows, key=lambda row: str(row.office_id) != main_office)]


def department_tree(language: str) -> list[tuple[int, PublishedDepartment]]:
    """All departments from A to Z, each followed by those below it, with their depth."""
    rows = list(public_rows(PublishedDepartment, language).order_by("sort_key"))
    known = {row.department_id for row in rows}
    below: dict[Any, list[PublishedDepartment]] = {}
    for row in rows:
        below.setdefault(row.parent_id if row.parent_id in known else None, []).append(row)
    return list(_walk(below, None, 0))


def _walk(below: dict[Any, list[PublishedDepartment]], parent: Any, depth: int) -> Any:
    for row in below.get(parent, ()):
        yield depth, row
        yield from _walk(below, row.department_id, depth + 1)


def _link(row: PublishedDepartment) -> dict[str, Any]:
    return {"title": row.title, "url": flat_path(AddressKind.DEPARTMENT, row.language, row.slug)}
