"""How long cases are kept: deleted by rule once their time is over, unless somebody holds one back."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..enums import EntryKind, ErasureReason
from ..models import Case
from .erasing import OnHold, erase_case
from .journal import Actor, record
from .notes import write_note
from .settling import settle_database
from .transitions import NotPossible, change

SLICE = 200
HOLD_REASON_CHARACTERS = 300


def delete_expired() -> int:
    """All cases past their day that nobody holds back, each in a transaction of its own; how many."""
    deleted = 0
    while ids := _expired()[:SLICE]:
        done = sum(_delete(case_id) for case_id in ids)
        deleted += done
        if not done:
            break
    settle_database()
    return deleted


@transaction.atomic
def hold(case: Case, reason: str, by: Actor, *, until: date, seen_version: int | None = None) -> None:
    """Keep the case beyond its day, up to and including `until`: a lawsuit, an open complaint. The reason is
    written as a note, too. Raises NotPossible without a reason or for a day that is over, CaseChanged.
    """
    reason = " ".join(reason.split())[:HOLD_REASON_CHARACTERS]
    if not reason:
        raise NotPossible("Bitte geben Sie an, warum der Vorgang länger aufbewahrt wird.")
    if until <= timezone.localdate():
        raise NotPossible("Das Ende der Zurückstellung muss in der Zukunft liegen.")
    change(case, seen_version=seen_version, hold_reason=reason, hold_until=until)
    references = {"message": write_note(case, reason, by).pk, "until": until.isoformat()}
    record(case.pk, EntryKind.HELD, by, references=references)


@transaction.atomic
def release(case: Case, by: Actor, *, seen_version: int | None = None) -> None:
    """The case goes with its day again. Raises NotPossible, CaseChanged."""
    if not case.hold_reason:
        raise NotPossible("Der Vorgang ist nicht zurückgestellt.")
    change(case, seen_version=seen_version, hold_reason="", hold_until=None)
    record(case.pk, EntryKind.RELEASED, by)


def _expired() -> list[UUID]:
    today = timezone.localdate()
    found = Case.objects.filter(delete_on__isnull=False, delete_on__lt=today)
    free = found.filter(Q(hold_reason="") | Q(hold_until__lt=today))
    return list(free.order_by("delete_on", "pk").values_list("pk", flat=True)[:SLICE])


def _delete(case_id: UUID) -> bool:
    try:
        return erase_case(case_id, ErasureReason.RETENTION) is not None
    except OnHold:  # Held back in this very moment.
        return False
