"""Case types and cases for tests."""

import uuid
from typing import Any

from django.utils import timezone

from servicefinder.cases.domain.contents import Contents, NewCase, Person, Row, Section
from servicefinder.cases.domain.opening import Opened, open_case
from servicefinder.cases.models import CaseType, CaseTypeVersion
from servicefinder.catalogue.models import Department
from tests.factories.catalogue import DepartmentPageFactory


def department(name: str = "Bürgeramt") -> Department:
    return Department.objects.filter(name=name).first() or DepartmentPageFactory(title=name).department


def case_type(key: str = "meldung", of: Department | None = None, **values: Any) -> CaseTypeVersion:
    """A type with one version in force; the newest version of it where it exists."""
    kind, _ = CaseType.objects.get_or_create(key=key, defaults={"department": of or department()})
    existing = kind.versions.first()
    if existing and not values:
        return existing
    number = (existing.number if existing else 0) + 1
    values = {"name": "Meldung", "approved_at": timezone.now(), **values}
    return CaseTypeVersion.objects.create(case_type=kind, number=number, **values)


def new_case(**values: Any) -> NewCase:
    """Of Erika Müller-Lüdenscheidt, who wants something."""
    person = Person("Müller-Lüdenscheidt", "Erika", "erika@example.org", "+49 641 1234", "1980-02-29")
    contents = Contents(person, (Section("Ihr Anliegen", (Row("Worum geht es?", "Die Laterne ist aus."),)),))
    return NewCase(
        **{
            "case_type": "meldung",
            "submission_key": str(uuid.uuid4()),
            "contents": contents,
            "mail_subject": "Ihre Meldung ist da",
            "mail_text": "Ihr Aktenzeichen: {reference}. Mehr unter {link}, spätestens am {due}.",
            **values,
        }
    )


def opened_case(**values: Any) -> Opened:
    """A case of a type that is made if it is not there."""
    case_type(values.get("case_type", "meldung"))
    return open_case(new_case(**values))
