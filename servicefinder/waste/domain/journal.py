"""Who did what with a plan."""

from typing import Any

from ..enums import StepKind
from ..models import Plan, PlanStep

LABEL_CHARACTERS = 200


def note(plan: Plan, kind: StepKind, label: str, user: Any = None) -> None:
    PlanStep.objects.create(plan=plan, kind=kind, label=label[:LABEL_CHARACTERS], made_by=user)
