"""Everything that we hold about one person (Art. 15 GDPR)."""

import json
from collections.abc import Iterable
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Membership

from ..enums import EntryKind
from ..models import Case
from .case_json import case_as_json
from .contents import Contents, Person
from .documents import content_of, name_of
from .journal import Actor
from .looking import record_for_all
from .names import name_digests, name_parts
from .sealing import Seal

CANDIDATES_LIMIT = 2000
TEMPLATE = "cases/admin/person_requests/disclosure.html"


class NotIdentified(ValueError):
    """Too little is known of the person; `str()` is a German sentence."""


def departments_headed_by(user: Any) -> set[UUID]:
    """Departments whose requests of persons `user` may answer."""
    if not user.is_authenticated or not user.is_active:
        return set()
    headed = Membership.objects.valid_today().filter(user=user, role=Role.HEAD)
    return set(headed.values_list("department_id", flat=True))


def cases_of_person(
    departments: Iterable[UUID], name: str, by: Actor, *, birth_date: str = "", email: str = ""
) -> list[Case]:
    """Cases of these departments under that name whose birth date (ISO) or e-mail address is the same.

    A name alone is no person. The search is journalled for what it found. Raises NotIdentified.
    """
    if not name_parts(name) or not (birth_date or email):
        raise NotIdentified("Bitte geben Sie den Namen an und dazu das Geburtsdatum oder die E-Mail-Adresse.")
    found = Case.objects.filter(department__in=list(departments))
    for digest in name_digests(name):
        found = found.filter(names__digest=digest)
    cases = [each for each in _with_contents(found) if _is(_person(each), birth_date, email)]
    record_for_all([each.pk for each in cases], EntryKind.FOUND_BY_NAME, by)
    return cases


def write_disclosure(file: IO[bytes], cases: list[Case], by: Actor) -> None:
    """A ZIP for the person: a page to read, the same as JSON, and the documents. Journalled for each case."""
    values = []
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for case in cases:
            seal = Seal.of(case.pk)
            value = case_as_json(case) | {"journal": _journal(case)}
            for document in case.documents.all():
                extension = name_of(document, seal).rpartition(".")[2].lower()
                safe = extension if extension.isalnum() and extension.isascii() else "bin"
                package.writestr(f"{case.reference}/{document.pk}.{safe}", content_of(document, seal))
            values.append(value)
        package.writestr("auskunft.json", json.dumps(values, ensure_ascii=False, indent=1))
        page = render_to_string(TEMPLATE, {"cases": values, "made_at": timezone.now()})
        package.writestr("auskunft.html", page)
    record_for_all([case.pk for case in cases], EntryKind.EXPORTED, by)


def _journal(case: Case) -> list[dict[str, str]]:
    entries = case.journal.order_by("sequence")
    return [{"at": e.at.isoformat(), "by": e.by_name, "what": e.get_kind_display()} for e in entries]


def _with_contents(found: QuerySet[Case]) -> Iterable[Case]:
    related = found.select_related("type_version__case_type", "department")
    return related.order_by("-received_at")[:CANDIDATES_LIMIT].iterator(chunk_size=100)


def _person(case: Case) -> Person:
    return Contents.from_json(Seal.of(case.pk).open_json("data", case.sealed_data)).person


def _is(person: Person, birth_date: str, email: str) -> bool:
    same_day = bool(birth_date) and person.birth_date == birth_date
    same_address = bool(email) and person.email.strip().casefold() == email.strip().casefold()
    contradicts = bool(birth_date and person.birth_date) and not same_day
    return (same_day or same_address) and not contradicts
