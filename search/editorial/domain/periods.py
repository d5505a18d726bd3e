"""Spans of time that the statistics can be read for: the last days, or a month that is over."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format

from ..models import MonthCount
from .retention import DAYS_KEPT

SPANS = (7, DAYS_KEPT)
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Period:
    """Both days included. A month is read from the sums that are left of it."""

    key: str
    label: str
    first: date
    last: date
    is_month: bool = False


def last_days(days: int = DAYS_KEPT) -> Period:
    today = timezone.localdate()
    return Period(str(days), f"Letzte {days} Tage", today - timedelta(days=days - 1), today)


def periods() -> list[Period]:
    """All that can be chosen, the newest month first."""
    months = MonthCount.objects.order_by("-month").values_list("month", flat=True).distinct()
    return [*map(last_days, SPANS), *map(_month, months)]


def chosen_period(key: str) -> Period:
    """The period with this key; thirty days for anything else."""
    if key.isascii() and key.isdigit() and int(key[:4]) in SPANS and len(key) < 4:
        return last_days(int(key))
    match = _MONTH.fullmatch(key)
    if match:
        return _month(date(int(match[1]), int(match[2]), 1))
    return last_days()


def _month(first: date) -> Period:
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    label = date_format(first, "F Y")
    return Period(f"{first:%Y-%m}", label, first, following - timedelta(days=1), is_month=True)
