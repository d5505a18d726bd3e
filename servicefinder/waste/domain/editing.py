"""What every change of a plan does first: an approval does not outlive it."""

from typing import Any

from django.utils import timezone

from ..enums import PlanState, StepKind
from ..models import Plan
from .journal import note
from .revisions import keep_first


def take_for_editing(plan: Plan, user: Any = None) -> None:
    """Hold the plan's row until the end of the transaction, which must be open, and mark the plan as changed.

    An approved plan is a draft again; its shifts stay approved, so that the next approval shows what is new.
    What a public plan was is kept before its first change.
    """
    now = timezone.now()
    Plan.objects.filter(pk=plan.pk).update(edited_at=now)
    plan.refresh_from_db()
    if plan.is_public:
        keep_first(plan)
    elif plan.state == PlanState.APPROVED:
        Plan.objects.filter(pk=plan.pk).update(state=PlanState.DRAFT)
        note(plan, StepKind.REOPENED, "Nach der Freigabe geändert: bitte neu freigeben", user)
        plan.state = PlanState.DRAFT
