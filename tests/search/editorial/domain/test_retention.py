"""Days go after thirty days; months keep what was asked three times and more."""

from datetime import date, timedelta

import pytest

from search.editorial.domain.retention import prune_statistics
from search.editorial.models import MonthCount, QueryDay, RecordDay, Refinement, StoredQuery

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 1)


def asked(text: str, day: date, searches: int, digest: str = "") -> StoredQuery:
    query, _ = StoredQuery.objects.get_or_create(language="de", digest=digest or text, text=text)
    QueryDay.objects.create(query=query, day=day, searches=searches, empty=1, results=7)
    return query


def test_month_that_is_over_keeps_frequent_queries_and_the_sum_of_the_others(on_day) -> None:
    on_day(TODAY)
    asked("reisepass", date(2026, 11, 3), 2)
    asked("reisepass", date(2026, 11, 30), 1)
    asked("selten", date(2026, 11, 5), 2)
    asked("", date(2026, 11, 5), 9, digest="hidden")
    asked("reisepass", TODAY, 4)

    prune_statistics()
    prune_statistics()

    rows = MonthCount.objects.order_by("text").values_list("month", "language", "text", "searches", "empty")
    assert list(rows) == [
        (date(2026, 11, 1), "de", "", 11, 2),
        (date(2026, 11, 1), "de", "reisepass", 3, 2),
    ]


def test_what_is_older_than_thirty_days_is_deleted(on_day) -> None:
    on_day(TODAY)
    old, kept = TODAY - timedelta(days=31), TODAY - timedelta(days=30)
    gone, stays = asked("alt", old, 2), asked("neu", kept, 2)
    Refinement.objects.create(before=gone, after=stays, day=old, times=1)
    RecordDay.objects.create(record="things:1", day=old, shown=1)
    RecordDay.objects.create(record="things:1", day=kept, shown=1)

    prune_statistics()

    assert list(StoredQuery.objects.values_list("text", flat=True)) == ["neu"]
    assert list(QueryDay.objects.values_list("day", flat=True)) == [kept]
    assert list(RecordDay.objects.values_list("day", flat=True)) == [kept]
    assert not Refinement.objects.exists()


def test_months_go_after_two_years(on_day) -> None:
    on_day(TODAY)
    for month in (date(2024, 11, 1), date(2024, 12, 1)):
        MonthCount.objects.create(month=month, language="de", text="reisepass", searches=3)

    prune_statistics()

    assert MonthCount.objects.get().month == date(2024, 12, 1)
