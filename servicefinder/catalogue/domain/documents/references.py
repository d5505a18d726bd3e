"""What a document says about other things: a name and an address, only of what is public."""

from typing import Any
from uuid import UUID

from ...enums import AddressKind
from ...models import ContactPersonPage, Department, PublishedDepartment, flat_path
from ..department_tree import line_of
from ..translations import is_public

Document = dict[str, Any]


def department_reference(department: Department, language: str) -> Document:
    """The department with itself and its superiors, topmost first, in `path`.

    `url` is empty where there is no public page.
    """
    line = line_of(department)
    published = {
        row.department_id: row
        for row in PublishedDepartment.objects.filter(department__in=line, language=language).defer(
            "document"
        )
    }
    path = [_named(each, published.get(each.pk), language) for each in line]
    return {**path[-1], "path": path}


def _named(department: Department, row: PublishedDepartment | None, language: str) -> Document:
    return {
        "id": str(department.pk),
        "name": row.title if row else department.name,
        "url": flat_path(AddressKind.DEPARTMENT, language, row.slug) if row else "",
    }


def contact_references(person_ids: list[UUID], language: str) -> list[Document]:
    """Public contact persons, in the given order."""
    pages = ContactPersonPage.objects.live().filter(person__in=person_ids, locale__language_code=language)
    found = {page.person_id: _contact(page) for page in pages if is_public(page)}
    return [found[person_id] for person_id in person_ids if person_id in found]


def _contact(page: ContactPersonPage) -> Document:
    facts = page.facts_page()
    return {
        "id": str(page.identity_id),
        "name": page.title,
        "function": page.function,
        "phone": facts.phone,
        "email": facts.email,
        "room": facts.room,
        "office": str(facts.office_id) if facts.office_id else None,
    }


def iso(value: Any) -> str | None:
    """A day, time or moment as ISO 8601 text."""
    return value.isoformat() if value is not None else None
