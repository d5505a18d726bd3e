"""Cases that did not come through a form: on paper, by telephone, at the counter, by e-mail."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.formats import date_format

from ..enums import Origin
from ..models import CaseType
from .contents import Contents, IncomingFile, NewCase, Person, Row, Section
from .journal import Actor
from .opening import Opened, open_case
from .visibility import departments_of

HEADING = "Aufgenommen von der Verwaltung"
SUBJECT = "Wir haben Ihr Anliegen aufgenommen"
MAIL = (
    "Guten Tag,\n\nwir haben Ihr Anliegen aufgenommen. Aktenzeichen: {reference}\n\n"
    "Bis zum {due} hören Sie von uns. Den Stand sehen Sie jederzeit unter diesem Link:\n{link}\n\n"
    "Wer diesen Link hat, kann Ihren Vorgang sehen. Bitte geben Sie ihn nicht weiter."
)
STAFF_ORIGINS = tuple(origin for origin in Origin if origin != Origin.ONLINE)


def recordable_types(user: Any) -> QuerySet[CaseType]:
    """Types in use of the person's departments that have a version in force."""
    return CaseType.objects.filter(
        department__in=departments_of(user), active=True, versions__approved_at__isnull=False
    ).distinct()


def record_case(
    case_type: CaseType,
    person: Person,
    text: str,
    by: Actor,
    *,
    origin: Origin,
    submission_key: str,
    arrived_on: date | None = None,
    service_id: UUID | None = None,
    files: tuple[IncomingFile, ...] = (),
) -> Opened:
    """Once per `submission_key`; the period runs from the day of arrival. Raises NoSuchType."""
    came = Origin(origin).label + (f", am {arrived_on:%d.%m.%Y}" if arrived_on else "")
    rows = (Row("Eingang", came), Row("Anliegen", text))
    sections = (*_about(person), Section(HEADING, rows))
    new = NewCase(
        case_type=case_type.key,
        submission_key=submission_key,
        contents=Contents(person, sections, {"text": text}),
        files=files,
        origin=origin,
        arrived_on=arrived_on,
        service_id=service_id,
        mail_subject=SUBJECT,
        mail_text=MAIL,
    )
    return open_case(new, by)


def _about(person: Person) -> tuple[Section, ...]:
    known = (
        ("Familienname", person.family_name),
        ("Vornamen", person.given_names),
        ("Geburtsdatum", _written(person.birth_date)),
        ("E-Mail", person.email),
        ("Telefon", person.phone),
    )
    rows = tuple(Row(label, value) for label, value in known if value)
    return (Section("Wer", rows),) if rows else ()


def _written(iso: str) -> str:
    """`25. März 2006`, as cases that came through a form have it."""
    return date_format(date.fromisoformat(iso), "j. F Y") if iso else ""
