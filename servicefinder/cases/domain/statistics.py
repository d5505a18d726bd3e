"""How many cases came and went, and how long they took."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, DateField, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate, TruncMonth
from django.utils import timezone

from home.prepared_queries import PreparedQuery
from servicefinder.catalogue.registries import MeasuredDuration

from ..enums import OPEN_STATES
from ..models import Case, MonthFigures, ServiceDuration

ENOUGH_CASES = 20
LATELY = timedelta(days=180)
AGES_DAYS = ((7, "bis 7 Tage"), (30, "8 bis 30 Tage"), (90, "31 bis 90 Tage"), (None, "über 90 Tage"))


@dataclass
class Figures:
    """Of one month, or of one type; `durations` counts closed cases by days."""

    label: str
    received: int = 0
    closed: int = 0
    durations: Counter[int] = field(default_factory=Counter)

    def add(self, row: MonthFigures) -> None:
        self.received += row.received
        self.closed += row.closed
        self.durations.update({int(days): count for days, count in row.durations.items()})

    @property
    def median(self) -> int | None:
        return percentile(self.durations, 50)

    @property
    def percentile_90(self) -> int | None:
        return percentile(self.durations, 90)


def percentile(durations: Counter[int], share: int) -> int | None:
    """The smallest number of days within which `share` of a hundred cases were done; None without any."""
    rest = ceil(durations.total() * share / 100)
    for days in sorted(durations):
        rest -= durations[days]
        if rest <= 0:
            return days
    return None


@transaction.atomic
def refresh_figures() -> None:
    """Count this month and the last one again, all months the first time; earlier ones stay as they are,
    for their cases may have been deleted by rule. Idempotent.
    """
    since = _first_of_last_month() if MonthFigures.objects.exists() else date.min
    found: dict[tuple[UUID, int, date], Figures] = {}
    for row in _received_since(since):
        _of(found, row).received = row["count"]
    for row in _closed_since(since):
        figures = _of(found, row)
        figures.closed += row["count"]
        figures.durations[max((row["closed_on"] - row["came_on"]).days, 0)] += row["count"]
    MonthFigures.objects.filter(month__gte=since).delete()
    MonthFigures.objects.bulk_create(
        MonthFigures(
            department_id=department,
            case_type_id=case_type,
            month=month,
            received=figures.received,
            closed=figures.closed,
            durations={str(days): count for days, count in sorted(figures.durations.items())},
        )
        for (department, case_type, month), figures in found.items()
    )


@transaction.atomic
def refresh_service_durations() -> None:
    """Of what was closed in the last half year, by service; those with too few cases are left out."""
    counted: dict[UUID, Counter[int]] = {}
    closed = Case.objects.filter(
        closed_at__gte=timezone.now() - LATELY, decided_at__isnull=False, service__isnull=False
    )
    for row in _by_days(closed, "service"):
        days = max((row["closed_on"] - row["came_on"]).days, 0)
        counted.setdefault(row["service"], Counter())[days] += row["count"]
    enough = {service: days for service, days in counted.items() if days.total() >= ENOUGH_CASES}
    ServiceDuration.objects.exclude(service__in=enough).delete()
    for service, days in enough.items():
        values = {
            "median_days": percentile(days, 50),
            "percentile_90_days": percentile(days, 90),
            "count": days.total(),
        }
        ServiceDuration.objects.update_or_create(service_id=service, defaults=values)


class MeasuredCases:
    """What the catalogue asks: `catalogue.registries.DurationSource`."""

    name = "cases"

    def duration_of(self, service_id: UUID) -> MeasuredDuration | None:
        rows = DURATION.rows(service_id=service_id)
        return MeasuredDuration(*rows[0]) if rows else None


def _duration(service_id: UUID) -> "QuerySet[ServiceDuration, tuple[float, float, int]]":
    found = ServiceDuration.objects.filter(service=service_id)
    return found.values_list("median_days", "percentile_90_days", "count")


# Every page of a service asks this.
DURATION = PreparedQuery(_duration, service_id=UUID)


def months(rows: Iterable[MonthFigures], until: date, count: int = 12) -> list[Figures]:
    """The last `count` months, those without cases included, the oldest first."""
    firsts = [_month_before(until, back) for back in reversed(range(count))]
    found = {first: Figures(f"{first:%m/%Y}") for first in firsts}
    for row in rows:
        if row.month in found:
            found[row.month].add(row)
    return list(found.values())


def by_type(rows: Iterable[MonthFigures], names: dict[int, str]) -> list[Figures]:
    """By name of the type, the most frequent first."""
    found: dict[int, Figures] = {}
    for row in rows:
        label = names.get(row.case_type_id, "")
        found.setdefault(row.case_type_id, Figures(label)).add(row)
    return sorted(found.values(), key=lambda each: -each.received)


def open_by_age(cases: QuerySet[Case]) -> list[tuple[str, int]]:
    """How many of `cases` are open, by age in calendar days, in one query."""
    now, conditions, newer = timezone.now(), {}, Q()
    for index, (days, _) in enumerate(AGES_DAYS):
        within = _came_since(now - timedelta(days=days)) if days else Q()
        conditions[f"age_{index}"] = Count("pk", filter=within & ~newer if index else within)
        newer = within
    counted = cases.filter(state__in=OPEN_STATES).order_by().aggregate(**conditions)
    return [(label, counted[f"age_{index}"]) for index, (_, label) in enumerate(AGES_DAYS)]


def _came_since(moment: datetime) -> Q:
    """By the day of arrival where the case was recorded later."""
    recorded_later = Q(arrived_on__gte=timezone.localdate(moment))
    return recorded_later | Q(arrived_on__isnull=True, received_at__gte=moment)


def _received_since(since: date) -> Iterable[Any]:
    return (
        _at_least(Case.objects.all(), "received_at", since)
        .annotate(month=TruncMonth("received_at", output_field=DateField()))
        .order_by()
        .values("department", "type_version__case_type", "month")
        .annotate(count=Count("pk"))
    )


def _closed_since(since: date) -> Iterable[dict[str, Any]]:
    closed = _at_least(Case.objects.filter(closed_at__isnull=False), "closed_at", since)
    rows = _by_days(closed, "department", "type_version__case_type")
    return [{**row, "month": row["closed_on"].replace(day=1)} for row in rows]


def _by_days(cases: QuerySet[Case], *keys: str) -> Iterable[Any]:
    """What came on paper has been waiting since it arrived, not since somebody recorded it."""
    return (
        cases.annotate(
            came_on=Coalesce("arrived_on", TruncDate("received_at")), closed_on=TruncDate("closed_at")
        )
        .order_by()
        .values(*keys, "came_on", "closed_on")
        .annotate(count=Count("pk"))
    )


def _at_least(cases: QuerySet[Case], field_name: str, since: date) -> QuerySet[Case]:
    return cases if since == date.min else cases.filter(**{f"{field_name}__date__gte": since})


def _of(found: dict[tuple[UUID, int, date], Figures], row: Any) -> Figures:
    key = (row["department"], row["type_version__case_type"], row["month"])
    return found.setdefault(key, Figures(""))


def _first_of_last_month() -> date:
    return _month_before(timezone.localdate(), 1)


def _month_before(day: date, months_back: int) -> date:
    index = day.year * 12 + day.month - 1 - months_back
    return date(index // 12, index % 12 + 1, 1)
