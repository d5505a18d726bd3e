"""Synonyms and best bets in effect, at once and without a rebuild: in both engines."""

import os
import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from search.domain.querying import search
from search.domain.rebuilding import rebuild
from search.editorial.domain.guide import CHECK_SECONDS, EditorsGuide
from search.editorial.domain.trying_out import try_out
from search.editorial.models import BestBet, QueryDay, ReleasedQuery, StoredQuery, Synonym
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.options import ClusterOptions
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["embedded", pytest.param("cluster", marks=pytest.mark.server("elasticsearch"))])
def each_city(
    request: pytest.FixtureRequest, settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ListedDocuments]:
    """The small city, in each engine."""
    if request.param == "embedded":
        yield request.getfixturevalue("city")
        return
    settings.SEARCH_CLUSTER = {**settings.SEARCH_CLUSTER, "read_seconds": 30.0}
    monkeypatch.setattr("search.engines.patience.SEARCH_SECONDS", 60.0)
    settings.SEARCH_URL = f"{os.environ['TEST_ELASTICSEARCH_URL']}/test-{uuid.uuid4().hex[:8]}"
    yield request.getfixturevalue("city")
    indices = ElasticsearchEngine(settings.SEARCH_URL, ClusterOptions(read_seconds=30.0))._indices
    for index in indices._all():
        indices.client.indices.delete(index=index)


def titles(query: str, **more: object) -> list[str]:
    return [hit.title for hit in search(query, **more).hits]  # type: ignore[arg-type]


def synonym(terms: str, targets: str = "", **more: object) -> Synonym:
    values = {"kind": "one_way" if targets else "equal", "terms": terms, "targets": targets, **more}
    entry = Synonym(**values)
    entry.full_clean()
    entry.save()
    return entry


def best_bet(queries: str, record: str, position: int = 1, **more: object) -> BestBet:
    entry = BestBet(queries=queries, record=record, position=position, title=record, **more)
    entry.full_clean()
    entry.save()
    return entry


def test_equal_terms_find_the_same(each_city: ListedDocuments, guide: EditorsGuide) -> None:
    assert titles("Knolle") == []

    synonym("Knolle\nSperrgut")

    assert titles("Knolle") == titles("Sperrgut") == ["Sperrmüll anmelden"]


def test_one_way_synonym_does_not_work_backwards(each_city: ListedDocuments, guide: EditorsGuide) -> None:
    synonym("Lappen", "Fahrerlaubnis")
    each_city.add("Lappen waschen")
    rebuild()

    assert set(titles("Lappen")) == {"Lappen waschen", "Führerschein umtauschen"}
    assert titles("Fahrerlaubnis") == ["Führerschein umtauschen"]


def test_terms_of_several_words_count_as_a_whole(each_city: ListedDocuments, guide: EditorsGuide) -> None:
    synonym("rosa Zettel", "alter Führerschein")

    assert titles("rosa Zettel")[0] == "Führerschein umtauschen"
    assert titles("wo gebe ich den rosa Zettel ab")[0] == "Führerschein umtauschen"
    assert titles("Zettel") == []


def test_synonym_is_worth_as_much_as_the_word_itself(each_city: ListedDocuments, guide: EditorsGuide) -> None:
    synonym("Wegwerfmöbel", "Sperrgut")

    by_word = {hit.record: hit.score for hit in search("Sperrgut Möbel").hits}
    by_synonym = {hit.record: hit.score for hit in search("Wegwerfmöbel Möbel").hits}

    # What the words earn by standing together in the document's own terms is theirs alone.
    assert by_synonym.keys() == by_word.keys()
    assert 0 < by_synonym["things:3"] <= by_word["things:3"]


@pytest.mark.parametrize("position", [1, 2, 3])
def test_best_bet_stands_at_its_place_on_one_page_only(
    each_city: ListedDocuments, guide: EditorsGuide, position: int
) -> None:
    for number in range(5):
        each_city.add(f"Ausweis Nummer {number}")
    rebuild()
    without = titles("Ausweis Nummer")
    best_bet("Ausweis Nummer\nWolpertinger", "things:3", position)

    found = search("Ausweis Nummer")

    expected = [*without[: position - 1], "Sperrmüll anmelden", *without[position - 1 :]]
    assert [hit.title for hit in found.hits] == expected
    assert [hit.placed for hit in found.hits].index(True) == position - 1
    assert found.total == len(without) + 1
    pages = [titles("Ausweis Nummer", size=4, page=page) for page in (1, 2)]
    assert [*pages[0], *pages[1]] == expected
    assert titles("Wolpertinger") == ["Sperrmüll anmelden"]


def test_best_bet_that_is_found_anyway_moves_and_is_there_once(
    each_city: ListedDocuments, guide: EditorsGuide
) -> None:
    assert titles("Reisepass")[0] == "Reisepass beantragen"
    before = search("Reisepass")
    best_bet("Reisepass", "things:4")

    after = search("Reisepass")

    assert [hit.record for hit in after.hits][:2] == ["things:4", "things:1"]
    assert (after.total, after.facets["type"]) == (before.total, before.facets["type"])


def test_best_bet_holds_only_for_exactly_these_words(each_city: ListedDocuments, guide: EditorsGuide) -> None:
    best_bet("Reisepass", "things:3")

    assert titles("die REISEPÄSSE")[0] == titles("reisepass")[0] == "Sperrmüll anmelden"
    assert "Sperrmüll anmelden" not in titles("Reisepass abholen Express")


def test_best_bet_of_a_hidden_record_or_another_type_is_not_shown(
    each_city: ListedDocuments, guide: EditorsGuide
) -> None:
    best_bet("Reisepass", "things:404")
    best_bet("Reisepass", "things:3", 2)

    assert [hit.record for hit in search("Reisepass", types=["news"]).hits] == ["things:4"]
    assert "things:404" not in [hit.record for hit in search("Reisepass").hits]


@pytest.mark.parametrize(
    "changes",
    [
        {"active": False},
        {"valid_from": 1},
        {"valid_until": -1},
        {"language": "en"},
    ],
)
def test_entries_work_only_in_their_time_and_language(
    city: ListedDocuments, guide: EditorsGuide, changes: dict
) -> None:
    today = timezone.localdate()  # Asked now: a run over midnight has two.
    changes = {
        name: today + timedelta(days=value) if name.startswith("valid_") else value
        for name, value in changes.items()
    }
    synonym("Knolle\nSperrgut", **changes)
    best_bet("Reisepass", "things:3", **changes)

    assert titles("Knolle") == []
    assert titles("Reisepass")[0] == "Reisepass beantragen"


def test_other_processes_notice_within_seconds_by_one_small_query(
    city: ListedDocuments, django_assert_num_queries
) -> None:
    now = [0.0]
    elsewhere = EditorsGuide(clock=lambda: now[0])
    with django_assert_num_queries(4):
        assert not elsewhere.alternatives("de", ("knoll",))
    synonym("Knolle\nSperrgut")
    with django_assert_num_queries(0):
        assert not elsewhere.alternatives("de", ("knoll",))

    now[0] += CHECK_SECONDS
    assert elsewhere.alternatives("de", ("knoll",)) == {"knoll": (("sperrgut",),)}
    now[0] += CHECK_SECONDS
    with django_assert_num_queries(1):
        elsewhere.alternatives("de", ("knoll",))

    Synonym.objects.get().delete()
    now[0] += CHECK_SECONDS
    assert not elsewhere.alternatives("de", ("knoll",))


def test_search_works_while_the_tables_cannot_be_read(
    city: ListedDocuments, guide: EditorsGuide, monkeypatch: pytest.MonkeyPatch
) -> None:
    synonym("Knolle\nSperrgut")
    assert titles("Knolle")

    def broken() -> int:
        raise DatabaseError

    monkeypatch.setattr("search.editorial.models.GuidanceVersion.current", broken)

    assert titles("Knolle") == ["Sperrmüll anmelden"]


def test_trying_out_compares_without_saving(city: ListedDocuments, guide: EditorsGuide) -> None:
    for text, searches in (("knolle", 7), ("knolle bezahlen", 4), ("reisepass", 30)):
        query = StoredQuery.objects.create(language="de", digest=text, text=text)
        QueryDay.objects.create(query=query, day=timezone.localdate(), searches=searches)

    trial = try_out(Synonym(terms="Knolle\nSperrgut", kind="equal", language="de", active=False))

    assert [each.query for each in trial.own] == ["Knolle", "Sperrgut"]
    assert [[hit.title for hit in side] for side in trial.own[0].sides] == [[], ["Sperrmüll anmelden"]]
    assert not trial.own[1].differs
    assert [each.query for each in trial.frequent] == ["knolle", "knolle bezahlen"]
    assert titles("Knolle") == []


def test_only_released_queries_are_suggested_the_most_wanted_first(guide: EditorsGuide) -> None:
    StoredQuery.objects.create(language="de", digest="1", text="grüne karte")
    ReleasedQuery.objects.create(language="de", text="Grüner Sperrmüll", searches=2)
    ReleasedQuery.objects.create(language="de", text="Grüngut", searches=5)
    ReleasedQuery.objects.create(language="en", text="Green waste", searches=9)

    assert guide.starting_with("gruen", "de") == ["Grüngut", "Grüner Sperrmüll"]
    assert guide.starting_with("", "de") == []
