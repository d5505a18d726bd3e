"""A plan's shifts and the plan itself are approved by a person; before that nothing is published."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ..enums import PlanState, ShiftState, StepKind
from ..models import Plan
from .holding import hold
from .journal import note
from .problems import NotPublishable


@transaction.atomic
def approve(plan: Plan, user: Any = None) -> None:
    """Approve a draft, or what was changed in a public plan, with all proposals.

    Raises NotPublishable where nothing waits for it, without a tour, and while a conflict is open.
    """
    now = timezone.now()
    hold(plan)
    if plan.state != PlanState.DRAFT and not plan.has_changes:
        raise NotPublishable("Es gibt nichts freizugeben.")
    conflicts = plan.shifts.filter(state=ShiftState.CONFLICT).count()
    if conflicts:
        raise NotPublishable(f"{conflicts} Konflikte sind noch zu entscheiden.")
    if not plan.tours.filter(rhythms__isnull=False).exists():
        raise NotPublishable("Der Plan hat noch keine Tour mit Abfuhrtagen.")
    plan.approved_by, plan.approved_at = user, now
    if not plan.is_public:
        plan.state = PlanState.APPROVED
    plan.save(update_fields=["state", "approved_by", "approved_at"])
    count = plan.shifts.filter(state=ShiftState.PROPOSED).update(state=ShiftState.APPROVED)
    note(plan, StepKind.APPROVAL, _label(count), user)


def _label(count: int) -> str:
    """`count`: shifts that were not approved before."""
    if count == 0:
        return "Freigegeben, ohne neue Verschiebungen"
    return f"Freigegeben, mit {count} {'neuer Verschiebung' if count == 1 else 'neuen Verschiebungen'}"
