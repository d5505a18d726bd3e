"""Taking back the last step."""

from django.http import HttpRequest

from ...domain.undoing import undo
from ...models import Plan
from .access import deed


@deed
def undo_step(request: HttpRequest, plan: Plan, step_id: int) -> str:
    step = undo(plan, step_id, request.user)
    return f"Zurückgenommen: {step.label}"
