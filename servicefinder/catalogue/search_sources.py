"""What the search may know about services, offices and departments: exactly what their read models say."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from search.documents import SearchDocument
from search.registries import ResultType, result_types, sources

from .domain.documents.references import Document
from .domain.documents.services import FORMATTED_TEXTS
from .domain.texts import plain
from .models import Department, Office, PublishedDepartment, PublishedOffice, PublishedService, Service

# What people ask an office for, whatever it is called.
OFFICE_WORDS = (
    *("Öffnungszeiten", "Sprechzeiten", "geöffnet", "offen", "geschlossen", "Adresse", "Anfahrt", "Telefon"),
    *("opening hours", "office hours", "address"),
)
# How to object is the same everywhere and would be found for every word of law.
SERVICE_TEXTS = ("summary", *(name for name in FORMATTED_TEXTS if name != "legal_remedy"))


class ReadModelSource:
    """A record is public exactly when its read model has a row."""

    name: str
    model: type[Model]
    rows: type[Model]

    def documents_for(self, pk: str) -> list[SearchDocument]:
        rows = self.rows._default_manager.filter(**{self.name: pk})
        return [self.document(row) for row in rows]

    def public_pks(self) -> Iterator[str]:
        keys = self.rows._default_manager.order_by().values_list(f"{self.name}_id", flat=True).distinct()
        return (str(key) for key in keys.iterator())

    def document(self, row: Any) -> SearchDocument:
        document = row.document
        values = {
            "type": self.name,
            "id": document["id"],
            "language": row.language,
            "title": row.title,
            "url": document["url"],
            "teaser": document["teaser"],
            "changes_at": row.changes_at,
            "expires_at": row.expires_at,
        }
        return SearchDocument(**{**values, **self.details(row, document)})

    def details(self, row: Any, document: Document) -> dict[str, Any]:
        raise NotImplementedError


class ServiceSource(ReadModelSource):
    name = "service"
    model: type[Model] = Service
    rows: type[Model] = PublishedService

    def details(self, row: PublishedService, document: Document) -> dict[str, Any]:
        hidden = (document["official_name"], *document["synonyms"], *document["search_terms"])
        return {
            "alternatives": tuple(term for term in (*hidden, *document["tags"]) if term),
            "teaser": document["teaser"] or document["summary"],
            "body": service_text(document),
            "leika": tuple(document["leika"]),
            "department": document["department"]["name"],
            "facets": {
                "audience": tuple(document["audience"]),
                "life_situation": tuple(entry["slug"] for entry in document["life_situations"]),
                "online": ("yes",) if row.online else (),
                "free": ("yes",) if row.free_today else (),
            },
            "status": row.live_status,
            "demand": row.demand,
        }


class OfficeSource(ReadModelSource):
    name = "office"
    model: type[Model] = Office
    rows: type[Model] = PublishedOffice

    def details(self, row: PublishedOffice, document: Document) -> dict[str, Any]:
        place = (document["address"], document["postal_code"], document["city"], document["public_transport"])
        return {
            "alternatives": OFFICE_WORDS if document["opening_hours"] else (),
            "body": " ".join(part for part in (*place, plain(document["description"])) if part),
            "department": document["department"]["name"] if document["department"] else "",
        }


class DepartmentSource(ReadModelSource):
    name = "department"
    model: type[Model] = Department
    rows: type[Model] = PublishedDepartment

    def details(self, row: PublishedDepartment, document: Document) -> dict[str, Any]:
        people = (f"{person['name']} {person['function']}".strip() for person in document["contacts"])
        return {"body": " ".join((plain(document["description"]), document["leader"], *people)).strip()}


def service_text(document: Document) -> str:
    """All words of a service that its page shows, without markup."""
    texts = [plain(document[name]) for name in SERVICE_TEXTS]
    for entry in document["documents"]:
        texts += [entry["name"], entry["note"]]
    for fee in document["fees"]:
        texts += [fee["label"], fee["condition"]]
    for step in document["steps"]:
        texts += [step["title"], plain(step["text"])]
    for deadline in document["deadlines"]:
        texts += [deadline["label"], deadline["text"]]
    for service in document["online_services"]:
        texts += [service["label"], service["text"]]
    return " ".join(text for text in texts if text)


def register() -> None:
    for source in (ServiceSource(), OfficeSource(), DepartmentSource()):
        sources.register(source)
    result_types.register(ResultType("service", "Dienstleistung", "Dienstleistungen"))
    result_types.register(ResultType("office", "Standort", "Standorte"))
    result_types.register(ResultType("department", "Amt", "Ämter"))
