"""Files that the back office sends: checked at once, taken over by the worker."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from outbox.domain.jobs import enqueue
from outbox.registries import Payload
from uploads.domain.tables import NotATable, table_text

from ..enums import UploadState
from ..models import AddressUpload
from . import formats
from .formats import Plan

KIND = "addresses.import"
KEPT = timedelta(days=30)


def check_upload(
    name: str, content: bytes, format_name: str, user: User, *, refuse_gaps: bool = False
) -> AddressUpload:
    """Remember the file with what would happen. Raises NotATable."""
    plan = _plan(format_name, content)
    if refuse_gaps:
        plan.refuse_remarks()
    AddressUpload.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return AddressUpload.objects.create(
        name=name[:200],
        format_name=format_name,
        content=content,
        report=list(plan.lines()),
        is_possible=plan.is_possible,
        uploaded_by=user,
    )


@transaction.atomic
def ask_to_take_over(upload: AddressUpload) -> bool:
    """False where it is no longer waiting to be asked for."""
    waiting = AddressUpload.objects.filter(pk=upload.pk, state=UploadState.CHECKED, is_possible=True)
    if not waiting.update(state=UploadState.WAITING):
        return False
    enqueue(KIND, str(upload.pk))
    return True


def take_over(key: str, payload: Payload) -> None:
    """Looks once more: the city may have changed since the check. A second run changes nothing."""
    upload = AddressUpload.objects.filter(pk=key, state=UploadState.WAITING).first()
    if upload is None:
        return
    plan = _plan(upload.format_name, bytes(upload.content))
    if plan.is_possible and plan.change is not None:
        plan.change.apply(lambda done, of: None)
        upload.state = UploadState.DONE
    else:
        upload.state = UploadState.REFUSED
    upload.content, upload.report = b"", list(plan.lines())
    upload.save()


def _plan(format_name: str, content: bytes) -> Plan:
    chosen = formats.get(format_name)
    if chosen is None:
        raise NotATable("Dieses Format gibt es nicht.")
    return chosen.plan(table_text(content))
