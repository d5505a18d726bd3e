"""Documents: encrypted before they reach a disk, read only through here."""

from hashlib import sha256
from uuid import UUID

from django.core.files.base import ContentFile

from ..enums import DocumentSource, EntryKind
from ..models import CaseDocument
from .contents import IncomingFile
from .journal import Actor, record
from .sealing import Seal

NAME_CHARACTERS = 150


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
