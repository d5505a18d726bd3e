"""What the search may know about services, offices and departments: exactly what their read models say."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext, gettext_lazy

from search.documents import About, SearchDocument
from search.registries import Facet, ResultType, facets, result_types, sources

from .domain.changes import LIFE_SITUATION
from .domain.documents.references import Document
from .domain.life_situation_lists import situation_titles
from .domain.texts import plain
from .enums import AddressKind, LiveStatus
from .models import (
    Department,
    LifeSituation,
    Office,
    PublishedDepartment,
    PublishedOffice,
    PublishedService,
    Service,
    flat_path,
)
from .other_names import other_names
from .presentation.online import action_of
from .search_texts import department_text, office_text, service_text

# What people ask an office for, whatever it is called.
OFFICE_WORDS = (
    *("Öffnungszeiten", "Sprechzeiten", "geöffnet", "offen", "geschlossen", "Adresse", "Anfahrt", "Telefon"),
    *("opening hours", "office hours", "address"),
)


class ReadModelSource:
    """A record is public exactly when its read model has a row."""

    name: str
    model: type[Model]
    rows: type[Model]

    def documents_for(self, pk: str) -> list[SearchDocument]:
        return self.documents_by_pk([pk]).get(pk, [])

    def documents_by_pk(self, pks: Sequence[str]) -> dict[str, list[SearchDocument]]:
        found: dict[str, list[SearchDocument]] = {}
        for row in self.rows._default_manager.filter(**{f"{self.name}__in": pks}):
            found.setdefault(str(getattr(row, f"{self.name}_id")), []).append(self.document(row))
        return found

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
            "about": About.SERVICE,
            "leika": tuple(document["leika"]),
            "department": document["department"]["name"],
            "facets": {
                "audience": tuple(document["audience"]),
                "life_situation": tuple(entry["slug"] for entry in document["life_situations"]),
                "online": ("yes",) if row.online else (),
                "free": ("yes",) if row.free_today else (),
            },
            "status": row.live_status,
            "action": _action(row, document),
            "demand": row.demand,
        }


class OfficeSource(ReadModelSource):
    name = "office"
    model: type[Model] = Office
    rows: type[Model] = PublishedOffice

    def details(self, row: PublishedOffice, document: Document) -> dict[str, Any]:
        words = OFFICE_WORDS if document["opening_hours"] else ()
        return {
            "about": About.PLACE,
            "alternatives": (*other_names(row.title), *words),
            "body": office_text(document),
            "department": document["department"]["name"] if document["department"] else "",
        }


class DepartmentSource(ReadModelSource):
    name = "department"
    model: type[Model] = Department
    rows: type[Model] = PublishedDepartment

    def details(self, row: PublishedDepartment, document: Document) -> dict[str, Any]:
        return {"alternatives": other_names(row.title), "body": department_text(document)}


class LifeSituationSource:
    """Life situations are public as soon as they are saved."""

    name = LIFE_SITUATION
    model: type[Model] = LifeSituation

    def documents_for(self, pk: str) -> list[SearchDocument]:
        situations = LifeSituation.objects.filter(pk=pk).select_related("locale")
        return [self.document(situation) for situation in situations]

    def public_pks(self) -> Iterator[str]:
        return (str(pk) for pk in LifeSituation.objects.order_by("pk").values_list("pk", flat=True))

    def document(self, situation: LifeSituation) -> SearchDocument:
        language = situation.locale.language_code
        return SearchDocument(
            type=self.name,
            id=str(situation.translation_key),
            language=language,
            title=situation.title,
            url=flat_path(AddressKind.LIFE_SITUATION, language, situation.slug),
            teaser=situation.teaser,
            body=plain(situation.body),
            about=About.LIFE_EVENT,
        )


def _action(row: PublishedService, document: Document) -> str:
    """What the button of its page says; empty where nothing can be pressed."""
    action = action_of(document, closed=row.live_status == LiveStatus.CLOSED)["action"]
    return action["label"] if action else ""


def _situation_titles(slugs: Iterable[str], language: str) -> dict[str, str]:
    """Titles of all life situations, in the city's order. One query."""
    return situation_titles(language)


def _online_label(values: Iterable[str], language: str) -> dict[str, str]:
    return {"yes": gettext("Online möglich")}


def register() -> None:
    for source in (ServiceSource(), OfficeSource(), DepartmentSource(), LifeSituationSource()):
        sources.register(source)
    result_types.register(
        ResultType("service", gettext_lazy("Dienstleistung"), gettext_lazy("Dienstleistungen"))
    )
    result_types.register(ResultType(LIFE_SITUATION, gettext_lazy("Lebenslage"), gettext_lazy("Lebenslagen")))
    result_types.register(ResultType("office", gettext_lazy("Standort"), gettext_lazy("Standorte")))
    result_types.register(ResultType("department", gettext_lazy("Amt"), gettext_lazy("Ämter")))
    facets.register(Facet("online", "online", gettext_lazy("Online"), _online_label))
    facets.register(Facet("life_situation", "lebenslage", gettext_lazy("Lebenslage"), _situation_titles))
