"""What a look over the whole calendar finds at night, in sentences for the department."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from outbox.registries import Finding

from ...enums import PlanState
from ...models import Plan
from ..outlooks import public_outlook
from ..soundness import public_soundness
from .years import year_findings

NAME = "waste.calendar"


def check_calendar(today: date | None = None) -> list[Finding]:
    """Next year in time, each address with each fraction, no gap longer than its rhythm allows."""
    today = today or timezone.localdate()
    return [*year_findings(today), *_soundness_findings(today)]


def _soundness_findings(today: date) -> Iterator[Finding]:
    """For the public plans of this year and later."""
    for plan in Plan.objects.filter(state=PlanState.PUBLISHED, year__gte=today.year).order_by("year"):
        for problem in public_soundness(plan, public_outlook(plan), today).problems:
            yield Finding(problem.severity, f"{plan.year}: {problem.text}")


__all__ = ["NAME", "check_calendar"]
