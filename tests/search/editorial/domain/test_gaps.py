"""Queries without an answer become tasks; afterwards one sees what that was good for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search.editorial.domain.gaps import collect_gaps, effect_of, note_end, open_gap
from search.editorial.enums import GapReason, GapState
from search.editorial.models import Gap, QueryDay, StoredQuery
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def asked(text: str, searches: int, *, empty: int = 0, clicks: int = 0, days_ago: int = 1) -> None:
    query, _ = StoredQuery.objects.get_or_create(language="de", digest=text, text=text)
    day = timezone.localdate() - timedelta(days=days_ago)
    QueryDay.objects.create(query=query, day=day, searches=searches, empty=empty, clicks=clicks)


def test_night_collects_what_finds_nothing_or_is_passed_by() -> None:
    asked("luftballon", 5, empty=5)
    asked("selten", 2, empty=2)
    asked("personalausweis", 20, clicks=0)
    asked("reisepass", 20, clicks=9)
    asked("mal so mal so", 20, empty=3, clicks=2)

    collect_gaps()
    collect_gaps()

    found = Gap.objects.order_by("query").values_list("query", "reason", "searches_before", "empty_before")
    assert list(found) == [
        ("luftballon", GapReason.NOTHING_FOUND, 5, 5),
        ("personalausweis", GapReason.NEVER_CLICKED, 20, 0),
    ]


def test_without_any_click_nothing_counts_as_never_clicked() -> None:
    asked("personalausweis", 20)

    collect_gaps()

    assert not Gap.objects.exists()


def test_query_whose_task_is_over_rests_for_thirty_days() -> None:
    asked("luftballon", 5, empty=5)
    gap = open_gap("luftballon", "de", GapReason.NOTHING_FOUND)
    assert gap is not None
    gap.state, gap.closed_on = GapState.DECLINED, timezone.localdate() - timedelta(days=30)
    gap.save()

    collect_gaps()
    assert Gap.objects.count() == 1

    Gap.objects.update(closed_on=timezone.localdate() - timedelta(days=31))
    collect_gaps()
    assert Gap.objects.count() == 2


def test_one_open_task_per_query_and_none_for_what_nobody_asked() -> None:
    asked("luftballon", 5, empty=5)

    assert open_gap("luftballon", "de", GapReason.NOTHING_FOUND)
    assert open_gap("luftballon", "de", GapReason.NOTHING_FOUND) is None
    assert open_gap("sabine", "de", GapReason.NOTHING_FOUND) is None


def test_effect_says_what_is_found_now_and_how_often_since(city: ListedDocuments) -> None:
    asked("sperrgut", 5, empty=5, days_ago=9)
    gap = open_gap("sperrgut", "de", GapReason.NOTHING_FOUND)
    assert gap is not None
    gap.state = GapState.DONE
    note_end(gap)
    assert gap.closed_on == timezone.localdate()
    gap.closed_on -= timedelta(days=5)
    asked("sperrgut", 8, empty=1, clicks=6, days_ago=2)

    effect = effect_of(gap)

    assert [hit.title for hit in effect.hits] == ["Sperrmüll anmelden"]
    assert (effect.searches, effect.empty, effect.clicks) == (8, 1, 6)
    assert (gap.searches_before, gap.empty_before) == (5, 5)
