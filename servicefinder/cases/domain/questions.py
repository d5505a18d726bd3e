"""Questions to the citizen, and answers: the case waits meanwhile."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from ..enums import OPEN_STATES, CaseState, EntryKind, MessageKind
from ..models import Case, CaseMessage
from .contents import IncomingFile
from .documents import hand_in
from .journal import THE_CITIZEN, Actor, record
from .mails import tell
from .sealing import Seal
from .transitions import NotPossible, move

SEALED_AS = "message"
TEXT_LIMIT_CHARACTERS = 10_000


@transaction.atomic
def ask(case: Case, text: str, by: Actor, *, seen_version: int | None = None) -> CaseMessage:
    """Ask the citizen; the case waits, and a mail says that there is a question, not which.

    A case that nobody has begun is begun with it. Raises NotPossible, CaseChanged.
    """
    if case.state == CaseState.WAITING:
        raise NotPossible("Eine Rückfrage ist noch offen. Bitte warten Sie die Antwort ab.")
    if case.state == CaseState.RECEIVED:
        move(case, CaseState.IN_WORK, by, seen_version=seen_version)
        seen_version = None
    move(case, CaseState.WAITING, by, seen_version=seen_version)
    question = _write(case, MessageKind.QUESTION, text, by)
    record(case.pk, EntryKind.QUESTION, by, references={"message": question.pk})
    tell(case, "question", question.pk)
    return question


@transaction.atomic
def answer(case: Case, question: CaseMessage, text: str, files: Sequence[IncomingFile] = ()) -> CaseMessage:
    """Keep what the citizen answers and go on with the case. A second answer to the same question is kept
    beside the first. Raises NotPossible once the case is no longer worked on, TooMuch for too many files.
    """
    # Whoever changes the case at the same time waits here or is waited for.
    Case.objects.select_for_update().get(pk=case.pk)
    case.refresh_from_db()
    if case.state not in OPEN_STATES:
        raise NotPossible("Der Vorgang wird nicht mehr bearbeitet. Ihre Antwort kam zu spät.")
    reply = _write_answer(case, question, text)
    documents = hand_in(case, files)
    references = {
        "message": reply.pk,
        "question": question.pk,
        "documents": [str(each.pk) for each in documents],
    }
    record(case.pk, EntryKind.ANSWER, THE_CITIZEN, references=references)
    if case.state == CaseState.WAITING:
        move(case, CaseState.IN_WORK, THE_CITIZEN)
    return reply


def open_question(case: Case) -> CaseMessage | None:
    """The newest question that nobody has answered, while the case is worked on."""
    if case.state not in OPEN_STATES:
        return None
    questions = CaseMessage.objects.filter(case=case, kind=MessageKind.QUESTION, answer__isnull=True)
    return questions.order_by("-written_at", "-pk").first()


def text_of(message: CaseMessage, seal: Seal) -> str:
    """Raises KeyProblem where it was changed."""
    return seal.open_text(SEALED_AS, message.sealed_text)


def _write_answer(case: Case, question: CaseMessage, text: str) -> CaseMessage:
    try:
        with transaction.atomic():
            return _write(case, MessageKind.ANSWER, text, THE_CITIZEN, answers=question)
    except IntegrityError:  # Answered already, from another window.
        return _write(case, MessageKind.ANSWER, text, THE_CITIZEN)


def _write(
    case: Case, kind: MessageKind, text: str, by: Actor, *, answers: CaseMessage | None = None
) -> CaseMessage:
    sealed = Seal.of(case.pk).close_text(SEALED_AS, text)
    return CaseMessage.objects.create(
        case=case, kind=kind, sealed_text=sealed, written_by_id=by.user_id, answers=answers
    )
