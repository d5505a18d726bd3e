"""What an engine gets to keep of a document."""

from datetime import UTC, date, datetime

from search.analysis import analyse
from search.documents import About, SearchDocument
from search.domain.entries import entry_for
from search.domain.passages import SHOWN_CHARACTERS
from search.engines.questions import NEVER, IndexEntry
from search.vocabulary import Vocabulary


def entry(**values: object) -> IndexEntry:
    document = {
        "type": "service",
        "id": "7",
        "language": "de",
        "title": "Hund anmelden",
        "url": "/hund/",
        "about": About.SERVICE,
        **values,
    }
    return entry_for("things:7", SearchDocument(**document))  # type: ignore[arg-type]


def test_fields_hold_the_tokens_of_their_text() -> None:
    made = entry(
        alternatives=("Hundesteuer",),
        leika=("99102011000000",),
        teaser="Für Halter.",
        body="Ein Satz.\nNoch einer.",
    )

    assert made.tokens == {
        "title": "hund anmeld",
        "alternatives": "hundesteu 99102011000000",
        "vocabulary": "-",
        "events": "-",
        "related": "-",
        "teaser": "halt",
        "body": "satz",
    }


def test_empty_field_holds_one_token_that_nobody_can_type() -> None:
    assert entry().tokens["body"] == "-"


def test_text_further_down_than_what_is_shown_is_found() -> None:
    body = "Text. " * (SHOWN_CHARACTERS // 6) + "\nGanz unten steht die Leinenpflicht."

    made = entry(body=body)

    assert made.tokens["body"].endswith(" ".join(analyse("unten steht Leinenpflicht", "de")))
    assert len(made.stored["passages"]) <= SHOWN_CHARACTERS + 1


def test_only_names_can_be_completed() -> None:
    assert entry(alternatives=("Hund abmelden",), body="Leinenpflicht").words == (
        "hund",
        "anmelden",
        "abmelden",
    )


def test_department_and_facets_become_facet_tokens() -> None:
    made = entry(
        department="Steueramt", facets={"audience": ("citizen", "business", "citizen"), "online": ()}
    )

    assert made.facets == (
        "type=service",
        "department=Steueramt",
        "audience=citizen",
        "audience=business",
    )


def test_end_of_visibility_is_in_seconds() -> None:
    assert entry().visible_until == NEVER
    assert entry(expires_at=datetime(2026, 12, 1, tzinfo=UTC)).visible_until == 1796083200


def test_stored_lines_of_stems_belong_to_the_passages() -> None:
    stored = entry(
        teaser="Kurz gesagt.", body="Erstens das.\n" + "Zweitens jenes. " * 20, date=date(2026, 1, 6)
    ).stored

    passages, stems = stored["passages"].split("\n"), stored["stems"].split("\n")
    assert [line.split() for line in stems] == [analyse(passage, "de") for passage in passages]
    assert (passages[0], stored["date"]) == ("Kurz gesagt.", "2026-01-06")


def test_language_gives_documents_of_one_record_different_keys() -> None:
    assert entry().key != entry(language="en").key
    assert entry().record == entry(language="en").record


def test_a_document_is_found_by_what_its_leika_object_is_called(whole_vocabulary: Vocabulary) -> None:
    made = entry(title="Reisepass beantragen", leika=("99085001012000",))

    called = f" {made.tokens['vocabulary']} "
    assert f" {analyse('passport', 'de')[0]} " in called
    assert f" {analyse('паспорт', 'de')[0]} " in called


def test_a_document_without_a_key_is_known_by_its_name(whole_vocabulary: Vocabulary) -> None:
    with_key = entry(title="Hund anmelden", leika=("99102013000000",))

    assert entry(title="Hundesteuer").tokens["vocabulary"] == with_key.tokens["vocabulary"]
    assert entry(title="Etwas ganz anderes").tokens["vocabulary"] == "-"


def test_an_english_document_has_english_words_only(whole_vocabulary: Vocabulary) -> None:
    made = entry(language="en", title="Passport", leika=("99085001012000",))

    assert "passport" in made.tokens["vocabulary"]
    assert "паспорт" not in made.tokens["vocabulary"]
