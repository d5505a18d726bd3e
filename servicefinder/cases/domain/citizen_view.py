"""What the citizen sees of a case: state in plain words, what to do, what happened; nothing internal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from ..enums import OPEN_STATES, CaseState, DocumentSource, EntryKind, MessageKind, PaymentState
from ..models import Case, CaseDocument, CaseMessage, JournalEntry
from ..wording import Texts, day_in
from .amounts import euros
from .contents import Person
from .documents import name_of
from .questions import text_of
from .sealing import Seal
from .types import state_words
from .withdrawing import can_withdraw

EVENTS_LIMIT = 300
SHOWN = (
    EntryKind.RECEIVED,
    EntryKind.STATE,
    EntryKind.QUESTION,
    EntryKind.ANSWER,
    EntryKind.DOCUMENT_ADDED,
    EntryKind.DECISION,
    EntryKind.DECISION_OPENED,
    EntryKind.HANDED_OVER,
    EntryKind.DUE,
    EntryKind.PAID,
)
BY_KIND = {
    EntryKind.RECEIVED: "received",
    EntryKind.QUESTION: "question",
    EntryKind.ANSWER: "answer",
    EntryKind.DECISION: "decision",
    EntryKind.DECISION_OPENED: "decision_opened",
    EntryKind.HANDED_OVER: "handed_over",
    EntryKind.DUE: "due",
    EntryKind.PAID: "paid",
}
BY_STATES = {
    (CaseState.RECEIVED, CaseState.IN_WORK): "in_work",
    (CaseState.DECIDED, CaseState.IN_WORK): "reopened",
}


@dataclass(frozen=True)
class Event:
    at: datetime
    text: str


@dataclass(frozen=True)
class ShownMessage:
    id: int
    at: datetime
    text: str
    from_citizen: bool


@dataclass(frozen=True)
class ShownDocument:
    id: UUID
    name: str
    media_type: str
    size: int
    added_at: datetime
    from_citizen: bool


@dataclass(frozen=True)
class CitizenView:
    state: str
    state_name: str
    meaning: str
    next: str
    late: str
    question: ShownMessage | None
    messages: tuple[ShownMessage, ...]
    decisions: tuple[ShownDocument, ...]
    documents: tuple[ShownDocument, ...]
    events: tuple[Event, ...]
    received_on: date
    payment: str
    payment_hint: str
    has_mail: bool
    can_add: bool
    can_withdraw: bool


def citizen_view(case: Case, texts: Texts) -> CitizenView:
    """In a fixed number of queries. Raises DataErased, KeyProblem."""
    seal = Seal.of(case.pk)
    stored = list(case.documents.filter(public=True).order_by("added_at"))
    documents = [_shown(document, seal) for document in stored]
    decision_ids = {each.pk for each in stored if each.source == DocumentSource.DECISION}
    messages = list(case.messages.exclude(kind=MessageKind.NOTE).order_by("written_at", "pk"))
    question = _open_question(case, messages)
    words = texts.states[case.state]
    filled = {"due": day_in(case.due_on, texts.pdf.lang), "department": case.department.name}
    is_open = case.state in OPEN_STATES
    foreign = texts.pdf.lang != settings.LANGUAGE_CODE  # A type of case has German words only.
    return CitizenView(
        state=case.state,
        state_name=words.name if foreign else state_words(case.type_version, case.state, words.name),
        meaning=words.meaning,
        next=words.next.format(**filled),
        late=texts.page.late.format(**filled) if is_open and case.due_on < timezone.localdate() else "",
        question=_message(question, seal) if question else None,
        messages=tuple(_message(each, seal) for each in messages if each is not question),
        decisions=tuple(each for each in documents if each.id in decision_ids),
        documents=tuple(each for each in documents if each.id not in decision_ids),
        events=tuple(_events(case, texts, {str(each.pk): each.source for each in stored})),
        received_on=case.arrival_day,
        payment=_payment(case, texts),
        payment_hint=texts.page.payment_hints.get(case.payment_way, "") if _is_owed(case) else "",
        has_mail=bool(Person(**seal.open_json("data", case.sealed_data)["person"]).email),
        can_add=is_open,
        can_withdraw=can_withdraw(case),
    )


def _open_question(case: Case, messages: list[CaseMessage]) -> CaseMessage | None:
    """As `questions.open_question`, without asking the database again."""
    answered = {each.answers_id for each in messages}
    questions = [each for each in messages if each.kind == MessageKind.QUESTION and each.pk not in answered]
    return questions[-1] if questions and case.state in OPEN_STATES else None


def _payment(case: Case, texts: Texts) -> str:
    """`36,00 €, noch offen`; nothing where it costs nothing."""
    if case.payment == PaymentState.FREE:
        return ""
    if case.payment == PaymentState.DUE and not _is_owed(case):
        return texts.page.payment_dropped
    return f"{euros(case.price_cents, texts.pdf.lang)}, {texts.page.payment_states[case.payment]}"


def _is_owed(case: Case) -> bool:
    """Of what is withdrawn nothing is asked for here, whatever an office may still decide by a letter."""
    return case.payment == PaymentState.DUE and case.state != CaseState.WITHDRAWN


def _message(message: CaseMessage, seal: Seal) -> ShownMessage:
    from_citizen = message.kind == MessageKind.ANSWER
    return ShownMessage(message.pk, message.written_at, text_of(message, seal), from_citizen)


def _shown(document: CaseDocument, seal: Seal) -> ShownDocument:
    return ShownDocument(
        document.pk,
        name_of(document, seal),
        document.media_type.rpartition("/")[2].upper(),
        document.size,
        document.added_at,
        document.source == DocumentSource.CITIZEN,
    )


def _events(case: Case, texts: Texts, sources: dict[str, str]) -> Iterator[Event]:
    """Newest first. What came with the form or with an answer is not told twice."""
    kinds = (*SHOWN, EntryKind.CITIZEN_OPENED)
    entries = list(case.journal.filter(kind__in=kinds).order_by("sequence")[:EVENTS_LIMIT])
    told = set(_documents_with_the_form(entries))
    told |= {each for entry in entries for each in entry.references.get("documents", ())}
    for entry in reversed(entries):
        if (name := _event_name(entry, sources, told)) is not None:
            yield Event(entry.at, texts.events[name])


def _documents_with_the_form(entries: list[JournalEntry]) -> Iterator[str]:
    for entry in entries:
        if entry.kind == EntryKind.DOCUMENT_ADDED:
            yield entry.references.get("document", "")
        elif entry.kind != EntryKind.RECEIVED:
            return


def _event_name(entry: JournalEntry, sources: dict[str, str], told: set[str]) -> str | None:
    if entry.kind == EntryKind.DOCUMENT_ADDED:
        document = entry.references.get("document", "")
        source = None if document in told else sources.get(document)
        names = {DocumentSource.CITIZEN: "document_citizen", DocumentSource.DEPARTMENT: "document_department"}
        return names.get(DocumentSource(source)) if source else None
    if entry.kind == EntryKind.STATE:
        if entry.to_state in (CaseState.WITHDRAWN, CaseState.CLOSED):
            return str(entry.to_state)
        return BY_STATES.get((CaseState(entry.from_state), CaseState(entry.to_state)))
    return BY_KIND.get(EntryKind(entry.kind))
