"""What was published, written down with each publication."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from ..enums import ShiftState
from ..models import Plan, PlanRevision
from .contents import content_of


def keep(plan: Plan, user: Any, now: datetime) -> None:
    """Write down what has just become public, unless it is what was public before."""
    content = content_of(plan)
    newest = plan.revisions.first()
    if newest is None or newest.content != content:
        PlanRevision.objects.create(plan=plan, content=content, made_by=user, made_at=now)


def is_as_published(plan: Plan) -> bool:
    """Whether a public plan says what was published last, down to its shifts."""
    newest = plan.revisions.first()
    waiting = plan.shifts.exclude(state=ShiftState.APPROVED).exists()
    return newest is not None and not waiting and newest.content == content_of(plan)


def keep_first(plan: Plan) -> None:
    """For a public plan of which nothing was written down yet, before it is changed."""
    if not plan.revisions.exists():
        keep(plan, None, plan.published_at or timezone.now())
