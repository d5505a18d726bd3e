"""When a case is due, and until when it is kept."""

from datetime import date

from workdays.domain.holidays import add_working_days
from workdays.domain.periods import period_end

from ..models import CaseTypeVersion


def due_date(version: CaseTypeVersion, received_on: date) -> date:
    """The day of arrival does not count (§ 187 BGB); working days are those of Hesse."""
    return add_working_days(received_on, version.due_working_days)


def deletion_date(version: CaseTypeVersion, closed_on: date) -> date:
    return period_end(closed_on, months=version.retention_months)
