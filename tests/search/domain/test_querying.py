"""What citizens find with the embedded engine: ranking, typing errors, filters, and what must not appear."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.domain.querying import enough_words, search
from search.domain.rebuilding import rebuild
from search.domain.results import FacetCount, SearchResults
from search.engines import Engine, engine
from search.engines.questions import Answer, Question
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def titles(results: SearchResults) -> list[str]:
    return [hit.title for hit in results.hits]


@pytest.mark.parametrize(
    "query",
    ["Sperrmüll", "sperrmuell", "SPERRMULL", "Sperrmüll-Anmeldung", "sperr", "sperrgut abholen", "möbel"],
)
def test_everyday_spellings_find_the_service(city: ListedDocuments, query: str) -> None:
    assert titles(search(query))[0] == "Sperrmüll anmelden"


def test_hit_carries_all_that_a_result_shows(city: ListedDocuments) -> None:
    hit = search("ePass").hits[0]

    assert (hit.type, hit.id, hit.url) == ("service", "1", "/dienstleistungen/1/")
    assert (hit.leika, hit.department, hit.status) == (("99085001012000",), "Bürgeramt", "normal")
    assert hit.snippet == hit.teaser == "Den Pass für Reisen außerhalb der EU beantragen Sie im Bürgeramt."
    assert hit.score > 0


def test_title_counts_more_than_text(city: ListedDocuments) -> None:
    assert titles(search("Reisepass")) == ["Reisepass beantragen", "Neue Öffnungszeiten im Bürgeramt"]


def test_exact_title_comes_first(things: ListedDocuments) -> None:
    things.add("Hund Hund Hund", demand=5)
    things.add("Hund", body="lang " * 300)
    rebuild()

    assert titles(search("Hund")) == ["Hund", "Hund Hund Hund"]


def test_demand_decides_between_equals(things: ListedDocuments) -> None:
    things.add("Ausweis für Angler", demand=0)
    things.add("Ausweis für Bürger", demand=5)
    rebuild()

    assert titles(search("Ausweis")) == ["Ausweis für Bürger", "Ausweis für Angler"]


def test_demand_does_not_beat_the_matter(things: ListedDocuments) -> None:
    things.add("Angelschein", demand=0)
    things.add("Führerschein", body="Kein Angelschein.", demand=5)
    rebuild()

    assert titles(search("Angelschein"))[0] == "Angelschein"


def test_all_words_are_asked_for_first(things: ListedDocuments) -> None:
    things.add("Lesung im Park")
    things.add("Konzert im Park")
    rebuild()

    assert titles(search("Konzert Park")) == ["Konzert im Park"]


def test_matter_that_is_named_is_found_without_all_words(city: ListedDocuments) -> None:
    found = titles(search("Reisepass Termin"))

    assert found == ["Reisepass beantragen", "Neue Öffnungszeiten im Bürgeramt"]


def test_some_of_the_words_are_enough_when_nothing_has_all(city: ListedDocuments) -> None:
    assert titles(search("gestohlener Reisepass Polizei"))[0] == "Reisepass beantragen"


@pytest.mark.parametrize(("words", "needed"), [(1, 1), (2, 2), (3, 2), (5, 3), (6, 4), (10, 6)])
def test_three_fifths_of_the_words_have_to_match(words: int, needed: int) -> None:
    assert enough_words(words) == needed


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("Fürerschein", "Führerschein"),
        ("Reispeass", "Reisepass"),
        ("Sprermüll anmelden", "Sperrmüll anmelden"),
        ("„Fahrerlabnis“ neu", "„fahrerlaubnis“ neu"),
    ],
)
def test_typing_error_is_corrected_and_said(city: ListedDocuments, typed: str, corrected: str) -> None:
    results = search(typed)

    assert results.corrected == corrected
    assert results.query == typed
    assert results.hits


def test_word_that_exists_is_never_corrected(city: ListedDocuments) -> None:
    city.add("Reisekosten", pk="kosten")
    rebuild()

    assert search("Lacke Quittung").corrected is None


def test_short_words_are_not_guessed(city: ListedDocuments) -> None:
    assert search("xyz").corrected is None
    assert search("xyz").total == 0


def test_type_narrows_hits_and_total_but_not_its_counts(city: ListedDocuments) -> None:
    results = search("Bürgeramt", types=["news"])

    assert titles(results) == ["Neue Öffnungszeiten im Bürgeramt"]
    assert results.total == 1
    assert results.facets["type"] == [FacetCount("news", 1), FacetCount("service", 1)]


def test_filters_apply_to_hits_and_counts(things: ListedDocuments) -> None:
    things.add("Hund anmelden", facets={"online": ("yes",), "audience": ("citizen", "business")})
    things.add("Hund abmelden", facets={"audience": ("citizen",)})
    rebuild()

    results = search("Hund", filters={"online": ["yes"]})

    assert titles(results) == ["Hund anmelden"]
    assert results.facets["audience"] == [FacetCount("business", 1), FacetCount("citizen", 1)]


def test_department_is_a_facet(city: ListedDocuments) -> None:
    assert search("Reisepass").facets["department"] == [FacetCount("Bürgeramt", 1)]


def test_only_the_asked_language_is_found(things: ListedDocuments) -> None:
    pk = things.add("Hallenbad")
    things.add("Swimming pool", pk=pk, language="en", alternatives=("Hallenbad",))
    rebuild()

    assert titles(search("Hallenbad", language="de")) == ["Hallenbad"]
    assert titles(search("Hallenbad", language="en")) == ["Swimming pool"]


def test_german_with_enough_words_goes_before_one_word_in_english(things: ListedDocuments) -> None:
    things.add("Bürgeramt", alternatives=("citizens office",))
    things.add("My address", body="What is near, also your office.", language="en")
    rebuild()

    results = search("citizens office", language="en")
    assert (titles(results), results.language) == (["Bürgeramt"], "de")
    assert titles(search("head office", language="en")) == ["My address"]


def test_enough_words_in_english_go_before_german(things: ListedDocuments) -> None:
    things.add("Bürgeramt", alternatives=("citizens office",))
    things.add("The office for all citizens", language="en")
    rebuild()

    assert titles(search("citizens office", language="en")) == ["The office for all citizens"]


def test_each_language_is_asked_twice_at_most(
    things: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    things.add("Bürgeramt")
    rebuild()
    asked: list[tuple[str, int]] = []
    source, answered = type(engine()), type(engine()).search

    def counted(self: Engine, question: Question) -> Answer:
        asked.append((question.language, question.at_least))
        return answered(self, question)

    monkeypatch.setattr(source, "search", counted)
    search("nowhere nothing", language="en")

    assert asked == [("en", 2), ("de", 2), ("en", 1), ("de", 1)]


def test_expired_document_disappears_at_its_second(things: ListedDocuments) -> None:
    now = timezone.now()
    things.add("Frist läuft noch", expires_at=now + timedelta(minutes=1))
    things.add("Frist ist vorbei", expires_at=now - timedelta(seconds=1))
    rebuild()

    results = search("Frist")

    assert titles(results) == ["Frist läuft noch"]
    assert (results.total, results.facets["type"]) == (1, [FacetCount("service", 1)])


def test_pages_follow_each_other_without_gap_or_repetition(things: ListedDocuments) -> None:
    for number in range(25):
        things.add(f"Spielplatz {number}")
    rebuild()

    pages = [search("Spielplatz", page=page, size=10) for page in (1, 2, 3, 4)]

    assert [len(page.hits) for page in pages] == [10, 10, 5, 0]
    assert len({hit.id for page in pages for hit in page.hits}) == 25
    assert {page.total for page in pages} == {25}


@pytest.mark.parametrize(("page", "size", "used"), [(-1, 0, (1, 1)), (0, 100_000, (1, 100)), (2, -5, (2, 1))])
def test_odd_paging_is_moved_to_something_sensible(
    city: ListedDocuments, page: int, size: int, used: tuple[int, int]
) -> None:
    results = search("Reisepass", page=page, size=size)

    assert (results.page, results.size) == used


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "*",
        "\0",
        '"',
        '"Reisepass',
        "'",
        "\\",
        "title:Pass AND (",
        "[a-z]+.*?$",
        "die der das",
        "🎉👩‍👩‍👧",
        "\ud800",
        "a" * 10_000,
        "wort " * 5_000,
        "/" * 300,
        "مستند",
        "-",
    ],
)
def test_odd_queries_get_an_ordinary_answer(city: ListedDocuments, query: str) -> None:
    results = search(query)

    assert results.ready
    assert results.total == len(results.hits)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_no_query_raises(city: ListedDocuments, query: str) -> None:
    assert search(query).ready


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet='reisepaäüß "*:()[]{}^~\\/+-!&|\0', max_size=40))
def test_no_query_syntax_has_a_meaning(city: ListedDocuments, query: str) -> None:
    assert search(query).ready


def test_without_an_index_and_names_the_answer_is_empty_and_says_so(things: ListedDocuments) -> None:
    results = search("Reisepass")

    assert (results.limited, results.total, results.hits) == (True, 0, [])
