"""Journal, messages and documents of the demo cases, as they arose at their time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any

from django.core.files.base import ContentFile

from servicefinder.cases.domain.contents import IncomingFile
from servicefinder.cases.domain.decision_pdf import decision_pdf
from servicefinder.cases.domain.journal import THE_CITIZEN, Actor, chained
from servicefinder.cases.enums import CaseState, DocumentSource, EntryKind, MessageKind, Origin
from servicefinder.cases.models import Case, CaseDocument, CaseMessage, JournalEntry

from .demo_case import DemoCase

DECISIONS_PER_FORM = 3
KINDS = {
    "opened": EntryKind.OPENED,
    "assigned": EntryKind.ASSIGNED,
    "state": EntryKind.STATE,
    "note": EntryKind.NOTE,
    "question": EntryKind.QUESTION,
    "answer": EntryKind.ANSWER,
}
MESSAGES = {"note": MessageKind.NOTE, "question": MessageKind.QUESTION, "answer": MessageKind.ANSWER}


@dataclass
class _Record:
    """An entry of the journal to be; what it refers to gets its key when it is written."""

    at: datetime
    kind: EntryKind
    by: Actor
    from_state: str = ""
    to_state: str = ""
    references: dict[str, Any] = field(default_factory=dict)
    message: CaseMessage | None = None


def write_records(cases: Iterable[DemoCase], content: dict[str, Any], chance: Random) -> None:
    """In order: documents and messages, then the entries that point to them, then the heads of the chains."""
    letters = {each["form"]: [each] * DECISIONS_PER_FORM for each in content["decisions"]}
    records = {each.case.pk: (each, _records(each, content, letters, chance)) for each in cases}
    messages = [r.message for _, found in records.values() for r in found if r.message]
    written = {id(message): message.written_at for message in messages}
    for pairs in _questions_first(messages):
        CaseMessage.objects.bulk_create(pairs)
    for message in messages:
        message.written_at = written[id(message)]
    CaseMessage.objects.bulk_update(messages, ["written_at"])
    entries = [entry for each, found in records.values() for entry in _chain(each.case, found)]
    JournalEntry.objects.bulk_create(entries)
    Case.objects.bulk_update([each.case for each, _ in records.values()], ["journal_count", "journal_head"])


def _questions_first(messages: list[CaseMessage]) -> tuple[list[CaseMessage], list[CaseMessage]]:
    """Answers point to rows that must be there."""
    answers = [each for each in messages if each.answers is not None]
    return [each for each in messages if each.answers is None], answers


def _records(
    demo: DemoCase, content: dict[str, Any], letters: dict[str, list[Any]], chance: Random
) -> list[_Record]:
    """Everything from the arrival on, in order of time."""
    staff = Actor.of(demo.worker)
    by_citizen = demo.case.origin == Origin.ONLINE
    came = THE_CITIZEN if by_citizen else staff
    received = demo.case.received_at
    found = [
        _Record(
            received,
            EntryKind.RECEIVED,
            came,
            to_state=CaseState.RECEIVED,
            references={"origin": str(demo.case.origin)},
        )
    ]
    for number, file in enumerate(demo.files):  # One after the other, so that they keep their order.
        at = received + timedelta(microseconds=number)
        found.append(_document(demo, file, DocumentSource.CITIZEN, came, at))
    question, said = None, chance.choice(_of(content["questions"], demo.form))
    for each in demo.happened:
        record = _Record(
            each.at,
            KINDS[each.what],
            THE_CITIZEN if each.by_citizen else staff,
            from_state=each.before or "",
            to_state=each.to or "",
        )
        if each.what == "assigned":
            record.references = {"to": demo.worker.pk}
        if each.what in MESSAGES:
            texts = {"question": said[0], "answer": said[1], "note": ""}
            text = texts[each.what] or chance.choice(_of(content["notes"], demo.form))
            record.message = _message(demo, each.what, text, each.at, question)
            question = record.message if each.what == "question" else question
        found.append(record)
        if each.to == CaseState.DECIDED and letters.get(demo.form):
            letter = letters[demo.form].pop()
            found += _decision(demo, letter, content["legal_remedy"]["text"], each.at)
    return found


def _of(texts: dict[str, list[Any]], slug: str) -> list[Any]:
    return texts.get(slug) or texts["any"]


def _message(demo: DemoCase, what: str, text: str, at: datetime, question: CaseMessage | None) -> CaseMessage:
    return CaseMessage(
        case=demo.case,
        kind=MESSAGES[what],
        sealed_text=demo.seal.close_text("message", text),
        written_at=at,
        written_by=None if what == "answer" else demo.worker,
        answers=question if what == "answer" else None,
    )


def _document(demo: DemoCase, file: IncomingFile, source: DocumentSource, by: Actor, at: datetime) -> _Record:
    document = CaseDocument(
        case=demo.case,
        source=source,
        public=True,
        sealed_name=demo.seal.close_text("file-name", file.name),
        media_type=file.media_type,
        size=len(file.content),
        sha256=sha256(file.content).hexdigest(),
        added_by_id=by.user_id,
    )
    sealed = demo.seal.close(f"document:{document.pk}", file.content)
    document.file.save("document.sealed", ContentFile(sealed), save=False)
    document.save(force_insert=True)
    CaseDocument.objects.filter(pk=document.pk).update(added_at=at)
    references = {"document": str(document.pk), "source": str(source)}
    return _Record(at, EntryKind.DOCUMENT_ADDED, by, references=references)


def _decision(demo: DemoCase, letter: dict[str, str], remedy: str, at: datetime) -> list[_Record]:
    staff = Actor.of(demo.worker)
    content = decision_pdf(
        demo.case, demo.seal, title=letter["title"], text=letter["text"], legal_remedy=remedy, by=staff
    )
    file = IncomingFile(f"Bescheid-{demo.case.reference}.pdf", "application/pdf", content)
    at += timedelta(seconds=1)
    added = _document(demo, file, DocumentSource.DECISION, staff, at)
    references = {"document": added.references["document"]}
    return [added, _Record(at, EntryKind.DECISION, staff, references=references)]


def _chain(case: Case, records: list[_Record]) -> Iterable[JournalEntry]:
    """Entries in order, each with the MAC that covers the one before; `case` gets the end of the chain."""
    head = ""
    for number, each in enumerate(records, 1):
        references = dict(each.references)
        if each.message:
            references["message"] = each.message.pk
            if each.message.answers_id:
                references |= {"question": each.message.answers_id, "documents": []}
        entry = JournalEntry(
            case=case,
            sequence=number,
            at=each.at.astimezone(UTC),  # As the database gives it back: the MAC covers it as written.
            kind=each.kind,
            from_state=each.from_state,
            to_state=each.to_state,
            references=references,
        )
        head = chained(entry, each.by, head).mac
        case.journal_count, case.journal_head = number, head
        yield entry
