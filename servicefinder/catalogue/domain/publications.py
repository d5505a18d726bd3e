"""How a page becomes a row of its read model: one `Publication` per kind of page."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from ..models import (
    DepartmentPage,
    IdentifiedPage,
    OfficePage,
    PublishedDepartment,
    PublishedOffice,
    PublishedService,
    ServicePage,
)
from .documents import department_document, office_document, service_document
from .documents.references import Document
from .fees import is_free, next_change
from .live_status import status_at
from .office_hours import next_exception_change
from .online_ways import is_online
from .opening_hours import LOCAL_TIME
from .sorting import letter, sort_key
from .translations import localized_life_situations
from .writing import written

DIGEST_LENGTH = 32


@dataclass(frozen=True)
class Publication:
    """`columns` are what the rows of this kind have besides title, order, address and document."""

    name: str
    pages: type[IdentifiedPage]
    rows: type[PublishedService | PublishedOffice | PublishedDepartment]
    build: Callable[[Any], Document]
    columns: Callable[[Any, Document], dict[str, Any]]

    def rows_of(self, identity_id: UUID) -> QuerySet[Any]:
        return self.rows._default_manager.filter(**{self.name: identity_id})

    def values_of(self, page: IdentifiedPage) -> dict[str, Any]:
        """Values of the row; equal digests mean that nothing in it changed."""
        document = self.build(page)
        values = {
            "title": page.title,
            "sort_key": sort_key(page.title),
            "letter": letter(page.title),
            "slug": page.slug,
            "document": document,
            "expires_at": page.expire_at,
            **self.columns(page, document),
        }
        published_at = page.last_published_at or page.latest_revision_created_at or timezone.now()
        return {**values, "digest": _digest(values), "published_at": published_at}


def publication_of(model: type[Page]) -> Publication | None:
    """How pages of this type are published; None for types without a read model."""
    return next((publication for publication in PUBLICATIONS if issubclass(model, publication.pages)), None)


def publication_named(name: str) -> Publication:
    return next(publication for publication in PUBLICATIONS if publication.name == name)


def has_forms(document: Document) -> bool:
    """Whether /formulare/ has something for the service: something online, or a form to print."""
    online = any(is_online(service) and service["url"] for service in document["online_services"])
    return online or any(row["template"] or row["template_url"] for row in document["documents"])


def _service_columns(page: ServicePage, document: Document) -> dict[str, Any]:
    facts = page.facts_page()
    now = timezone.now()
    status = status_at(document, now)
    return {
        "department_id": facts.identity.department_id,
        "department_path": [entry["id"] for entry in document["department"]["path"]],
        "department_name": document["department"]["name"],
        "teaser": document["teaser"] or document["summary"],
        "life_situations": localized_life_situations(page, facts),
        "for_citizens": facts.for_citizens,
        "for_businesses": facts.for_businesses,
        "online": any(is_online(service) for service in document["online_services"]),
        "has_forms": has_forms(document),
        "free_today": is_free(document["fees"], timezone.localdate(now)),
        "demand": facts.demand,
        "live_status": status.status,
        "live_status_until": status.until,
        "changes_at": _earliest(
            _morning(next_change(document["fees"], timezone.localdate(now))), status.until
        ),
        **written(document, timezone.localdate(now), written="service_sections", row="service_row"),
    }


def _office_columns(page: OfficePage, document: Document) -> dict[str, Any]:
    return {
        "department_id": page.facts_page().identity.department_id,
        "changes_at": _morning(next_exception_change(document, timezone.localdate())),
        **written(document, timezone.localdate(), written="office_card"),
    }


def _department_columns(page: DepartmentPage, document: Document) -> dict[str, Any]:
    return {"parent_id": page.facts_page().identity.parent_id}


def _morning(day: date | None) -> datetime | None:
    return datetime.combine(day, time(0), LOCAL_TIME) if day else None


def _earliest(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment), default=None)


def _digest(values: dict[str, Any]) -> str:
    text = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


PUBLICATIONS = (
    Publication("service", ServicePage, PublishedService, service_document, _service_columns),
    Publication("office", OfficePage, PublishedOffice, office_document, _office_columns),
    Publication("department", DepartmentPage, PublishedDepartment, department_document, _department_columns),
)
