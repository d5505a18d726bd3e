"""What the catalogue tells `home` about citizens' messages: what they are about, and whose they are."""

from typing import Any
from uuid import UUID

from django.conf import settings

from home.registries import FeedbackSubject, feedback_subjects, staff_departments

from .domain.addresses import find
from .domain.public_rows import public_rows
from .enums import AddressKind
from .models import Membership, PublishedDepartment, PublishedService, flat_path


class ServiceFeedback:
    """Services by their address, old addresses included."""

    name = "catalogue.services"

    def subject(self, slug: str, language: str) -> FeedbackSubject | None:
        found = find(AddressKind.SERVICE, language, slug)
        if found is None:
            return None
        rows = public_rows(PublishedService, language, service=found.target)
        row = rows.values("title", "slug", "department_id").first()
        if row is None:
            return None
        name, email = _department(row["department_id"], language)
        return FeedbackSubject(
            id=found.target,
            title=row["title"],
            url=flat_path(AddressKind.SERVICE, language, row["slug"]),
            department_id=row["department_id"],
            department_name=name,
            department_email=email,
        )


class Members:
    """Whoever belongs to a department today deals with its messages."""

    name = "catalogue.members"

    def of(self, user: Any) -> set[UUID]:
        memberships = Membership.objects.valid_today().filter(user_id=user.pk)
        return set(memberships.values_list("department_id", flat=True))


def _department(department_id: UUID, language: str) -> tuple[str, str]:
    """Name and public e-mail address, in this language or in German."""
    for code in dict.fromkeys((language, settings.LANGUAGE_CODE)):
        rows = public_rows(PublishedDepartment, code, department=department_id)
        if row := rows.values_list("title", "document__email").first():
            return row[0], row[1] or ""
    return "", ""


def register() -> None:
    feedback_subjects.register(ServiceFeedback())
    staff_departments.register(Members())
