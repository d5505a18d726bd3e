"""The way back: to what was published before, or to nothing being public."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ..enums import PlanState, StepKind
from ..models import Plan, PlanRevision
from .contents import write_content
from .journal import note
from .problems import NotPlannable
from .publishing import bring_up_to_date


@transaction.atomic
def restore(plan: Plan, revision: PlanRevision, user: Any = None) -> None:
    """Make the plan what it was then, and public as that: it was approved before. Failures of a day stay.

    Raises NotPlannable for a plan that is not public.
    """
    Plan.objects.filter(pk=plan.pk).update(edited_at=timezone.now())
    plan.refresh_from_db()
    if not plan.is_public:
        raise NotPlannable("Der Plan ist nicht veröffentlicht.")
    write_content(plan, revision.content)
    bring_up_to_date(plan, user)
    moment = timezone.localtime(revision.made_at)
    note(plan, StepKind.RESTORED, f"Stand vom {moment:%d.%m.%Y, %H:%M} Uhr wiederhergestellt", user)


@transaction.atomic
def withdraw(plan: Plan, user: Any = None) -> None:
    """Nobody sees the year any more. Raises NotPlannable once it has begun: all dates would be gone."""
    if plan.year <= timezone.localdate().year:
        raise NotPlannable("Ein Jahr, das begonnen hat, lässt sich nicht zurückziehen.")
    public = Plan.objects.filter(pk=plan.pk, state=PlanState.PUBLISHED)
    if not public.update(state=PlanState.DRAFT, published_at=None, edited_at=timezone.now()):
        raise NotPlannable("Der Plan ist nicht veröffentlicht.")
    note(plan, StepKind.WITHDRAWN, "Veröffentlichung zurückgezogen", user)
    plan.refresh_from_db()
