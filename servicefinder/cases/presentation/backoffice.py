"""What the case's page in the back office shows, opened and put into words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import User
from servicefinder.catalogue.models import Department

from ..domain.amounts import euros
from ..domain.contents import Contents
from ..domain.documents import name_of
from ..domain.keys import KeyProblem
from ..domain.questions import text_of
from ..domain.sealing import Seal
from ..enums import EntryKind, MessageKind
from ..models import Case, CaseDocument, CaseMessage, Deputy, FormerDepartment, JournalEntry
from ..registries import payment_providers

NO_KEY = "Der Inhalt ist nicht lesbar: Sein Schlüssel fehlt."
IMAGE_TYPES = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif")
PREVIEWED_TYPES = (*IMAGE_TYPES, "application/pdf")


@dataclass(frozen=True)
class ShownDocument:
    document: CaseDocument
    name: str

    @property
    def is_image(self) -> bool:
        return self.document.media_type in IMAGE_TYPES

    @property
    def has_preview(self) -> bool:
        return self.document.media_type in PREVIEWED_TYPES


@dataclass(frozen=True)
class ShownMessage:
    message: CaseMessage
    text: str


@dataclass(frozen=True)
class ShownEntry:
    entry: JournalEntry
    details: str


@dataclass(frozen=True)
class CaseContents:
    """`problem` is set where the case's key is missing; everything else is empty then."""

    contents: Contents
    documents: list[ShownDocument]
    conversation: list[ShownMessage]
    notes: list[ShownMessage]
    problem: str = ""


def opened_contents(case: Case) -> CaseContents:
    try:
        seal = Seal.of(case.pk)
        contents = Contents.from_json(seal.open_json("data", case.sealed_data))
    except KeyProblem:
        return CaseContents(Contents(), [], [], [], problem=NO_KEY)
    documents = case.documents.select_related("added_by")
    messages = list(case.messages.select_related("written_by"))
    return CaseContents(
        contents,
        [ShownDocument(document, name_of(document, seal)) for document in documents],
        [ShownMessage(each, text_of(each, seal)) for each in messages if each.kind != MessageKind.NOTE],
        [ShownMessage(each, text_of(each, seal)) for each in messages if each.kind == MessageKind.NOTE],
    )


def shown_entries(entries: Iterable[JournalEntry]) -> list[ShownEntry]:
    """With the people, departments and cases that they refer to, in four queries at most."""
    entries = list(entries)
    names = _names(entries)
    return [ShownEntry(entry, _details(entry, names)) for entry in entries]


def _names(entries: list[JournalEntry]) -> dict[str, str]:
    people: set[int] = set()
    departments: set[UUID] = set()
    cases: set[UUID] = set()
    for entry in entries:
        values = [entry.references.get(side) for side in ("from", "to")]
        if entry.kind == EntryKind.ASSIGNED:
            people.update(value for value in values if isinstance(value, int))
        elif entry.kind in (EntryKind.HANDED_OVER, EntryKind.SHARED, EntryKind.UNSHARED):
            departments.update(UUID(value) for value in values if value)
        elif entry.kind == EntryKind.LINKED:
            cases.update(UUID(value) for value in values if value)
    names = {str(pk): str(person) for pk, person in User.objects.in_bulk(people).items()} if people else {}
    if departments:
        for model in (FormerDepartment, Department):
            found = model.objects.filter(pk__in=departments).values_list("pk", "name")
            names.update((str(pk), name) for pk, name in found)
    if cases:
        references = Case.objects.filter(pk__in=cases).values_list("pk", "reference")
        names.update((str(pk), reference) for pk, reference in references)
    return names


def _details(entry: JournalEntry, names: dict[str, str]) -> str:
    if entry.from_state:
        return f"{entry.get_from_state_display()} → {entry.get_to_state_display()}"
    origin, target = entry.references.get("from"), entry.references.get("to")
    if entry.kind == EntryKind.ASSIGNED:
        return f"an {names.get(str(target), 'eine gelöschte Person')}" if target else "an niemanden"
    if entry.kind == EntryKind.DUE and origin and target:
        return f"{_day(origin)} → {_day(target)}"
    if entry.kind == EntryKind.HANDED_OVER:
        return f"{names.get(str(origin), '?')} → {names.get(str(target), '?')}"
    return names.get(str(target or origin), "") if (target or origin) else ""


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "d.m.Y")


def due_words(case: Case) -> str:
    """How far the due date is away, in calendar days; empty for what is not open."""
    if not case.is_open:
        return ""
    days = (case.due_on - timezone.localdate()).days
    if days == 0:
        return "heute"
    if days < 0:
        return f"seit {-days} {'Tag' if days == -1 else 'Tagen'} überfällig"
    return f"in {days} {'Tag' if days == 1 else 'Tagen'}"


def paid_words(case: Case) -> str:
    """`37,00 €, offen, per Rechnung`; nothing for what costs nothing."""
    if not case.price_cents:
        return ""
    way = payment_providers.get(case.payment_way)
    on = f" am {case.paid_on:%d.%m.%Y}" if case.paid_on else ""
    parts = (euros(case.price_cents), f"{case.get_payment_display()}{on}", way.label if way else "")
    return ", ".join(part for part in parts if part)


def stand_ins(case: Case) -> str:
    """Who stands in today for the person in charge, and until when."""
    if not case.assigned_to_id:
        return ""
    today = timezone.localdate()
    found = Deputy.objects.filter(person=case.assigned_to_id, valid_from__lte=today, valid_until__gte=today)
    return ", ".join(
        f"{each.deputy} bis {each.valid_until:%d.%m.%Y}" for each in found.select_related("deputy")
    )


def facts(case: Case, contents: Contents) -> list[dict[str, Any]]:
    """Head of the page: label and value."""
    due = f"{_day(case.due_on.isoformat())} {due_words(case) and '(' + due_words(case) + ')'}".strip()
    received = date_format(timezone.localtime(case.received_at), "d.m.Y, H:i")
    came = f"{received} Uhr, {case.get_origin_display()}"
    if case.arrived_on:
        came = f"{_day(case.arrived_on.isoformat())}, {case.get_origin_display()}; aufgenommen {received} Uhr"
    held = f"{case.hold_reason}, bis {case.hold_until:%d.%m.%Y}" if case.hold_until else case.hold_reason
    rows = [
        ("Person", contents.person.list_name or "ohne Namen"),
        ("Vorgangsart", f"{case.type_version.name} (Fassung {case.type_version.number})"),
        ("Zustand", case.get_state_display()),
        ("Amt", case.department.name),
        ("Zuständig", str(case.assigned_to) if case.assigned_to else "niemand"),
        ("Vertretung", stand_ins(case)),
        ("Eingegangen", came),
        ("Fällig", due if case.is_open else ""),
        ("Abgeschlossen", case.closed_at and date_format(timezone.localtime(case.closed_at), "d.m.Y")),
        ("Wird gelöscht am", case.delete_on and date_format(case.delete_on, "d.m.Y")),
        ("Zurückgestellt, weil", held),
        ("E-Mail", contents.person.email and contents.person.email + (" (kam zurück)" * case.mail_bounced)),
        ("Telefon", contents.person.phone),
        ("Sprache", "" if case.language == "de" else case.language),
        ("Zahlung", paid_words(case)),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]
