"""The job that writes the ZIP of a transfer: in the background, with its progress, whole or not at all."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from outbox.models import Job

from ..domain.ciphers import Unreadable
from ..domain.journal import THE_SYSTEM, Actor
from ..domain.keys import KeyProblem
from ..domain.sealed_files import SealingWriter
from ..domain.transfers import KEPT, TRANSFER_KIND, discard, new_box, note_download
from ..enums import TransferState
from ..models import Case, Transfer
from .xdomea.writing import closed_cases, write_steps

MAX_ATTEMPTS = 5
PROGRESS_EVERY = 25
CHUNK = 100


def write_transfer(key: str, payload: dict[str, Any]) -> None:
    """Job handler. An attempt that was cut short leaves nothing that the next one does not replace."""
    transfer = Transfer.objects.filter(pk=key, state=TransferState.WAITING).first()
    if transfer is None:
        return
    try:
        _write(transfer)
    except (KeyProblem, Unreadable, FileNotFoundError):
        discard(transfer, TransferState.FAILED, _unreadable(transfer))
    except Exception:
        if Job.objects.filter(kind=TRANSFER_KIND, key=key, attempts__gte=MAX_ATTEMPTS).exists():
            discard(transfer, TransferState.FAILED, "Die Datei ließ sich nicht schreiben.")
        raise


def _write(transfer: Transfer) -> None:
    box = new_box(transfer)
    # What reaches this file is sealed already.
    with TemporaryFile() as sealed:
        writer = SealingWriter(sealed, box)
        for count, _ in enumerate(_steps(writer, transfer), 1):
            transfer.written = count
            if count % PROGRESS_EVERY == 0:
                Transfer.objects.filter(pk=transfer.pk).update(written=count)
        writer.finish()
        sealed.seek(0)
        _keep(transfer, writer, sealed)


def _steps(writer: SealingWriter, transfer: Transfer) -> Iterator[Case]:
    cases = closed_cases().filter(transfers=transfer).iterator(chunk_size=CHUNK)
    return write_steps(writer, cases, process_id=transfer.pk, recipient=transfer.recipient)  # type: ignore[arg-type]


def _keep(transfer: Transfer, writer: SealingWriter, sealed: IO[bytes]) -> None:
    """Unless one of its cases was erased meanwhile: then nothing is left of it."""
    storage, name = transfer.file.storage, f"abgaben/{transfer.pk}.sealed"
    storage.delete(name)
    name = storage.save(name, File(sealed))
    values = {
        "state": TransferState.DONE,
        "written": transfer.written,
        "file": name,
        "size": writer.size,
        "sha512": writer.sha512,
        "expires_at": timezone.now() + KEPT,
    }
    with transaction.atomic():
        waiting = Transfer.objects.filter(pk=transfer.pk, state=TransferState.WAITING)
        if kept := bool(waiting.update(**values)):
            by = Actor.of(transfer.requested_by) if transfer.requested_by else THE_SYSTEM
            note_download(transfer, by)
    if not kept:
        storage.delete(name)


def _unreadable(transfer: Transfer) -> str:
    """The case at which it stopped is the one after the last that was written."""
    following = closed_cases().filter(transfers=transfer)[transfer.written : transfer.written + 1]
    case = following.first()
    return f"Der Vorgang {case.reference} ist nicht lesbar." if case else "Ein Vorgang ist nicht lesbar."
