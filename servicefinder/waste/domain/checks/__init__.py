"""What a look over the whole calendar finds at night, in sentences for the department."""

from datetime import date

from django.utils import timezone

from outbox.registries import Finding

from .coverage import coverage_findings
from .gaps import gap_findings
from .years import year_findings

NAME = "waste.calendar"


def check_calendar(today: date | None = None) -> list[Finding]:
    """Next year in time, each address with each fraction, no gap longer than its rhythm allows."""
    today = today or timezone.localdate()
    return [*year_findings(today), *coverage_findings(today), *gap_findings(today)]


__all__ = ["NAME", "check_calendar"]
