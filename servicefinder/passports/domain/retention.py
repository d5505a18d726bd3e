"""A record goes 14 days after the document was handed out, or 12 months after it was ready."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from servicefinder.cases.domain.settling import settle_database

from ..enums import DocumentState, EntryKind, RunState
from ..models import DocumentRecord, ImportRun, ReadyMail
from .journal import THE_SYSTEM, record
from .measuring import refresh_usual_times, remember

AFTER_HAND_OUT, AFTER_READY, AFTER_ORDER = timedelta(days=14), timedelta(days=365), timedelta(days=365)
LISTS_KEPT, UNAGREED_KEPT = timedelta(days=90), timedelta(days=1)
SLICE = 500


def delete_expired() -> int:
    """All records past their day, each slice with its entry in the journal; how many."""
    today, deleted = timezone.localdate(), 0
    while count := _delete_slice(today):
        deleted += count
    ReadyMail.objects.filter(expires_on__lt=today).delete()
    now = timezone.now()
    ImportRun.objects.filter(created_at__lt=now - LISTS_KEPT).delete()
    open_states = [RunState.RECEIVING, RunState.CHECKING, RunState.CHECKED]
    ImportRun.objects.filter(created_at__lt=now - UNAGREED_KEPT, state__in=open_states).delete()
    refresh_usual_times()
    settle_database()
    return deleted


def is_past(state: int, day: date, today: date) -> bool:
    """Whether a document of this state since `day` would be deleted at once."""
    kept = {DocumentState.HANDED_OUT: AFTER_HAND_OUT, DocumentState.READY: AFTER_READY}
    return day < today - kept.get(DocumentState(state), AFTER_ORDER)


def may_be_gone(day: date, today: date) -> bool:
    """Whether a document whose last news is of `day` may have been handed out since, and deleted."""
    return day < today - AFTER_HAND_OUT


@transaction.atomic
def _delete_slice(today: date) -> int:
    rows = list(DocumentRecord.objects.select_for_update().filter(_expired(today)).order_by("pk")[:SLICE])
    if not rows:
        return 0
    remember(rows, today)
    DocumentRecord.objects.filter(pk__in=[row.pk for row in rows]).delete()
    handed_out = sum(row.state == DocumentState.HANDED_OUT for row in rows)
    record(EntryKind.DELETED, THE_SYSTEM, {"handed_out": handed_out, "not_fetched": len(rows) - handed_out})
    return len(rows)


def _expired(today: date) -> Q:
    handed_out = Q(state=DocumentState.HANDED_OUT, handed_out_on__lt=today - AFTER_HAND_OUT)
    ready = Q(state=DocumentState.READY, ready_on__lt=today - AFTER_READY)
    ordered = Q(state=DocumentState.PRODUCTION, ordered_on__lt=today - AFTER_ORDER)
    return handed_out | ready | ordered
