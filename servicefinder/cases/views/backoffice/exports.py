"""A case as an xdomea message: for whoever may dispose of it, journalled."""

from tempfile import TemporaryFile
from uuid import UUID, uuid4

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_POST

from uploads.http import private_file

from ...domain.journal import record
from ...domain.keys import KeyProblem
from ...enums import EntryKind
from ...exports.xdomea.writing import write_abgabe
from .access import actor, case_for


@require_POST
def as_xdomea(request: HttpRequest, case_id: UUID) -> FileResponse:
    """Written down before it leaves: a POST, so that no link alone makes an entry."""
    case = case_for(request, case_id, own=True)
    process_id = uuid4()
    file = TemporaryFile()  # noqa: SIM115 -- the response closes it
    try:
        write_abgabe(file, [case], process_id=process_id)
    except (KeyProblem, FileNotFoundError):
        raise Http404 from None
    record(case.pk, EntryKind.EXPORTED, actor(request), references={"process": str(process_id)})
    file.seek(0)
    return private_file(file, f"{process_id}_Abgabe.zip", "application/zip")
