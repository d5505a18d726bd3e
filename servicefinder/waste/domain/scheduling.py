"""Publishing at a set hour: a job of the outbox, which looks again whether it may."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from outbox.domain.jobs import enqueue

from ..enums import StepKind
from ..models import Plan
from .journal import note
from .problems import NotPlannable, NotPublishable
from .publishing import publish

PUBLISH_KIND = "waste.publish"


@transaction.atomic
def schedule_publication(plan: Plan, at: datetime, user: Any = None) -> None:
    """Raises NotPlannable for a moment that is over, NotPublishable for what is not approved."""
    if at <= timezone.now():
        raise NotPlannable("Der Zeitpunkt ist schon vorbei.")
    if not plan.is_approved:
        raise NotPublishable("Der Plan ist noch nicht freigegeben.")
    Plan.objects.filter(pk=plan.pk).update(publish_at=at, scheduled_by=user)
    enqueue(PUBLISH_KIND, str(plan.pk), due_at=at)
    moment = timezone.localtime(at)
    note(plan, StepKind.SCHEDULED, f"Wird am {moment:%d.%m.%Y um %H:%M} Uhr veröffentlicht", user)
    plan.refresh_from_db()


@transaction.atomic
def unschedule(plan: Plan, user: Any = None) -> None:
    """The job that is still there finds nothing to do."""
    if Plan.objects.filter(pk=plan.pk, publish_at__isnull=False).update(publish_at=None):
        note(plan, StepKind.SCHEDULED, "Veröffentlichung zum Termin aufgehoben", user)
    plan.refresh_from_db()


def publish_scheduled(key: str, payload: dict) -> None:
    """What must not become public any more is journalled instead, once. Idempotent."""
    plan = Plan.objects.filter(pk=key, publish_at__isnull=False).select_related("scheduled_by").first()
    if plan is None or plan.publish_at is None:
        return
    if plan.publish_at > timezone.now():
        enqueue(PUBLISH_KIND, key, due_at=plan.publish_at)
        return
    try:
        publish(plan, plan.scheduled_by)
    except NotPublishable as problem:
        with transaction.atomic():
            Plan.objects.filter(pk=plan.pk).update(publish_at=None)
            label = f"Zum Termin nicht veröffentlicht: {problem}"
            note(plan, StepKind.REFUSED, label, plan.scheduled_by)
