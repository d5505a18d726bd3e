"""Many closed cases at once as an xdomea message: asked for here, written in the background, fetched here."""

from io import BufferedReader
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages

from uploads.http import private_file

from ...domain.case_types import departments_decided_by
from ...domain.ciphers import Unreadable
from ...domain.keys import KeyProblem
from ...domain.sealed_files import BLOCK_BYTES, OpeningReader
from ...domain.transfers import box_of, is_intact, note_download, request_transfer
from ...domain.transitions import NotPossible
from ...enums import TransferState
from ...forms.transfers import TransferForm
from ...models import Transfer
from .access import WorkPage, actor

SHOWN = 30


def transfers_of(request: HttpRequest) -> QuerySet[Transfer]:
    departments = request.case_departments  # type: ignore[attr-defined]
    return Transfer.objects.filter(department__in=departments).select_related("department", "requested_by")


class TransfersView(WorkPage, FormView):
    """All who work cases see what was handed over; asking for it is for those who approve or lead."""

    form_class = TransferForm
    template_name = "cases/admin/transfers.html"
    page_title = "Abgaben"
    header_icon = "download"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decided = set(departments_decided_by(self.request.user).values_list("pk", flat=True))
        found = list(transfers_of(self.request)[:SHOWN])
        return super().get_context_data(transfers=found, decided=decided, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        values = form.cleaned_data
        try:
            transfer = request_transfer(
                form.chosen(), values["department"], values["recipient"], self.request.user
            )
        except NotPossible as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, f"Die Abgabe von {transfer.total} Vorgängen wird vorbereitet.")
        return HttpResponseRedirect(reverse("cases_work:transfers"))

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@require_POST
def download(request: HttpRequest, transfer_id: UUID) -> HttpResponse | FileResponse:
    """Checked byte by byte, and written down in each case before it leaves; a POST: no link does it."""
    mine = transfers_of(request).filter(department__in=departments_decided_by(request.user))
    transfer = get_object_or_404(mine, pk=transfer_id, state=TransferState.DONE)
    try:
        intact = is_intact(transfer)
    except (KeyProblem, Unreadable, FileNotFoundError):
        intact = False
    if not intact:
        messages.error(
            request, "Die Datei ist beschädigt und wird nicht herausgegeben. Bitte fordern Sie sie neu an."
        )
        return HttpResponseRedirect(reverse("cases_work:transfers"))
    note_download(transfer, actor(request))
    content: Any = BufferedReader(OpeningReader(transfer.file.open("rb"), box_of(transfer)), BLOCK_BYTES)
    response = private_file(content, f"{transfer.pk}_Abgabe.zip", "application/zip")
    response["Content-Length"] = str(transfer.size)
    return response
