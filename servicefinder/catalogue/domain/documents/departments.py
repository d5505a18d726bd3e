"""The document of a department."""

from ...enums import AddressKind
from ...models import ContactPerson, DepartmentPage, flat_path
from ..texts import expanded, in_language_of_page
from .references import Document, contact_references, department_reference


@in_language_of_page
def department_document(page: DepartmentPage) -> Document:
    """What a department does and how to reach it. What belongs to it is asked for when the page is shown.

    The address is its own; `main_office` is the id of the office to show where `address` is empty.
    """
    facts = page.facts_page()
    return {
        "id": str(page.identity_id),
        "language": page.language,
        "title": page.title,
        "slug": page.slug,
        "url": flat_path(AddressKind.DEPARTMENT, page.language, page.slug),
        "teaser": page.teaser,
        "description": expanded(page.description),
        "leader": page.leader or facts.leader,
        "hours": page.hours,
        "phone": facts.phone,
        "email": facts.email,
        "address": facts.address,
        "postal_code": facts.postal_code,
        "city": facts.city,
        "main_office": str(facts.main_office_id) if facts.main_office_id else None,
        "path": _path(facts, page.language),
        "contacts": contact_references(_persons(facts), page.language),
    }


def _path(facts: DepartmentPage, language: str) -> list[Document]:
    """Superior departments, topmost first."""
    parent = facts.department.parent if facts.department else None
    path: list[Document] = department_reference(parent, language)["path"] if parent else []
    return path


def _persons(facts: DepartmentPage) -> list:
    persons = ContactPerson.objects.filter(department_id=facts.identity_id)
    return list(persons.order_by("name").values_list("pk", flat=True))
