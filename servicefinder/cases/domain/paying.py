"""What is paid for a case by invoice or at the counter, as the department learns of it."""

from datetime import date

from django.db import transaction

from ..enums import EntryKind, PaymentState
from ..models import Case
from .journal import Actor, record
from .transitions import NotPossible, change


@transaction.atomic
def mark_paid(case: Case, way: str, on: date, by: Actor, *, seen_version: int | None = None) -> None:
    """`way` is a name of `payment_providers`. Raises NotPossible where nothing is due, CaseChanged."""
    if case.payment != PaymentState.DUE:
        raise NotPossible("Zu diesem Vorgang ist keine Zahlung offen.")
    change(case, seen_version=seen_version, payment=PaymentState.PAID, payment_way=way, paid_on=on)
    record(case.pk, EntryKind.PAID, by, references={"way": way, "on": on.isoformat()})


@transaction.atomic
def mark_unpaid(case: Case, by: Actor, *, seen_version: int | None = None) -> None:
    """It was noted by mistake, or given back. Raises NotPossible, CaseChanged."""
    if case.payment != PaymentState.PAID:
        raise NotPossible("Zu diesem Vorgang ist keine Zahlung vermerkt.")
    change(case, seen_version=seen_version, payment=PaymentState.DUE, paid_on=None)
    record(case.pk, EntryKind.UNPAID, by)
