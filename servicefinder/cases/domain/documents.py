"""Documents: encrypted before they reach a disk, read only through here."""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Count, Sum

from ..enums import OPEN_STATES, DocumentSource, EntryKind
from ..models import Case, CaseDocument
from .contents import IncomingFile
from .journal import THE_CITIZEN, Actor, record
from .sealing import Seal
from .transitions import NotPossible

NAME_CHARACTERS = 150
# Of one case, by the citizen; what came with the form counts too.
DOCUMENTS_LIMIT = 20
DOCUMENTS_LIMIT_BYTES = 50 * 1024 * 1024


class TooMuch(Exception):
    """More documents than a case takes; `of` says of what: `files` or `bytes`."""

    def __init__(self, of: str) -> None:
        super().__init__(of)
        self.of = of


def add_document(
    case_id: UUID, file: IncomingFile, source: DocumentSource, by: Actor, *, seal: Seal, public: bool = False
) -> CaseDocument:
    """Store a checked file. The file is written before the row: a rolled-back row leaves only noise,
    which the nightly clean-up removes.
    """
    document = CaseDocument(
        case_id=case_id,
        source=source,
        public=public,
        sealed_name=seal.close_text("file-name", file.name[:NAME_CHARACTERS]),
        media_type=file.media_type,
        size=len(file.content),
        sha256=sha256(file.content).hexdigest(),
        added_by_id=by.user_id,
    )
    sealed = seal.close(f"document:{document.pk}", file.content)
    document.file.save("document.sealed", ContentFile(sealed), save=False)
    document.save(force_insert=True)
    record(case_id, EntryKind.DOCUMENT_ADDED, by, references={"document": str(document.pk), "source": source})
    return document


def content_of(document: CaseDocument, seal: Seal) -> bytes:
    """Raises KeyProblem where the file was changed, FileNotFoundError where it is gone."""
    with document.file.open("rb") as file:
        return seal.open(f"document:{document.pk}", file.read())


def name_of(document: CaseDocument, seal: Seal) -> str:
    return seal.open_text("file-name", document.sealed_name)


@transaction.atomic
def hand_in(case: Case, files: Sequence[IncomingFile]) -> list[CaseDocument]:
    """Checked files of the citizen, all or none. Raises NotPossible when the case has ended, TooMuch."""
    # Two requests at once must not both count before either has added.
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.state not in OPEN_STATES:
        raise NotPossible("Der Vorgang wird nicht mehr bearbeitet.")
    if not files:
        return []
    _check_room(case, files)
    seal = Seal.of(case.pk)
    return [
        add_document(case.pk, f, DocumentSource.CITIZEN, THE_CITIZEN, seal=seal, public=True) for f in files
    ]


def _check_room(case: Case, files: Sequence[IncomingFile]) -> None:
    handed_in = CaseDocument.objects.filter(case=case, source=DocumentSource.CITIZEN)
    there = handed_in.aggregate(count=Count("pk"), size=Sum("size", default=0))
    if there["count"] + len(files) > DOCUMENTS_LIMIT:
        raise TooMuch("files")
    if there["size"] + sum(len(file.content) for file in files) > DOCUMENTS_LIMIT_BYTES:
        raise TooMuch("bytes")
