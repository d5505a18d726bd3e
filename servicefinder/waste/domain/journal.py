"""Who did what with a plan."""

from typing import Any

from ..enums import StepKind
from ..models import Plan, PlanStep

LABEL_CHARACTERS = 200


def note(
    plan: Plan, kind: StepKind, label: str, user: Any = None, before: dict[str, Any] | None = None
) -> None:
    """`before` is what it takes to undo the step, see `undoing`."""
    if len(label) > LABEL_CHARACTERS:
        label = f"{label[: LABEL_CHARACTERS - 2]} …"
    PlanStep.objects.create(plan=plan, kind=kind, label=label, made_by=user, before=before)
