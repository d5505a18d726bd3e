"""The decision (Bescheid): a document with legal remedy, shown to the citizen; no mail carries it."""

from django.db import transaction
from django.utils import timezone

from ..enums import CaseState, DocumentSource, EntryKind
from ..models import Case, CaseDocument
from .contents import IncomingFile
from .decision_pdf import decision_pdf
from .documents import add_document
from .journal import THE_CITIZEN, Actor, record
from .mails import tell
from .sealing import Seal
from .transitions import move

TITLE_LIMIT_CHARACTERS = 150
TEXT_LIMIT_CHARACTERS = 50_000
FILE_NAMES = {"de": "Bescheid", "en": "Decision"}


def decide(
    case: Case,
    *,
    title: str,
    text: str,
    legal_remedy: str,
    by: Actor,
    address: str = "",
    seen_version: int | None = None,
) -> CaseDocument:
    """The citizen finds the document at `/vorgang/`. Empty lines part the paragraphs of `text`; `address` has
    the lines below the name, for a letter.

    Raises NotPossible, CaseChanged, PdfProblem; then nothing has changed.
    """
    seal = Seal.of(case.pk)
    content = decision_pdf(
        case, seal, title=title, text=text, legal_remedy=legal_remedy, by=by, address=address
    )
    name = f"{FILE_NAMES.get(case.language, FILE_NAMES['de'])}-{case.reference}.pdf"
    with transaction.atomic():
        if case.state in (CaseState.RECEIVED, CaseState.WAITING):
            move(case, CaseState.IN_WORK, by, seen_version=seen_version)
            seen_version = None
        move(case, CaseState.DECIDED, by, seen_version=seen_version)
        file = IncomingFile(name, "application/pdf", content)
        document = add_document(case.pk, file, DocumentSource.DECISION, by, seal=seal, public=True)
        record(case.pk, EntryKind.DECISION, by, references={"document": str(document.pk)})
        tell(case, "decision", document.pk)
    return document


@transaction.atomic
def note_first_opening(document: CaseDocument) -> None:
    """The citizen has fetched a decision: journalled once, however often it is fetched."""
    if document.source != DocumentSource.DECISION:
        return
    unopened = CaseDocument.objects.filter(pk=document.pk, first_opened_at__isnull=True)
    if unopened.update(first_opened_at=timezone.now()):
        references = {"document": str(document.pk)}
        record(document.case_id, EntryKind.DECISION_OPENED, THE_CITIZEN, references=references)
