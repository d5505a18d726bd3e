"""A plan's shifts and the plan itself are approved by a person; before that nothing is published."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ..enums import PlanState, ShiftState, StepKind
from ..models import Plan, PlanStep
from .publishing import NotPublishable


@transaction.atomic
def approve(plan: Plan, user: Any = None) -> None:
    """Approve a draft with all proposals. Raises NotPublishable for others, and while a conflict is open."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    conflicts = plan.shifts.filter(state=ShiftState.CONFLICT).count()
    if conflicts:
        raise NotPublishable(f"{conflicts} Konflikte sind noch zu entscheiden.")
    now = timezone.now()
    draft = Plan.objects.filter(pk=plan.pk, state=PlanState.DRAFT)
    if not draft.update(state=PlanState.APPROVED, approved_by=user, approved_at=now):
        raise NotPublishable("Der Plan ist kein Entwurf mehr.")
    count = plan.shifts.filter(state=ShiftState.PROPOSED).update(state=ShiftState.APPROVED)
    PlanStep.objects.create(
        plan=plan, kind=StepKind.APPROVAL, label=f"{count} Verschiebungen freigegeben", made_by=user
    )
    plan.state, plan.approved_by, plan.approved_at = PlanState.APPROVED, user, now
