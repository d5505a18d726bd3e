"""When a legal period ends (Fristende, § 31 VwVfG with §§ 187 to 193 BGB)."""

from calendar import monthrange
from datetime import date, timedelta

from workdays.domain.holidays import next_working_day


def period_end(event: date, *, days: int = 0, weeks: int = 0, months: int = 0) -> date:
    """Last day of a period that an `event` (say, a notice received) starts.

    The day of the event does not count (§ 187 (1) BGB); months end on the same number, or on the
    last day of a shorter month (§ 188 (2), (3)); a Saturday, Sunday or holiday moves the end to the
    next working day (§ 193).
    """
    return next_working_day(_months_later(event, months) + timedelta(days=days, weeks=weeks))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
