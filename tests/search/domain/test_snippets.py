"""Why a result is there: the best passage, escaped, its words marked."""

from search.documents import SearchDocument
from search.domain.entries import entry_for
from search.domain.passages import PASSAGE_CHARACTERS, passages
from search.domain.query_words import QueryWords
from search.domain.snippets import snippet


def shown(query: str, *, teaser: str = "", body: str = "") -> str:
    document = SearchDocument(
        type="page", id="1", language="de", title="x", url="/", teaser=teaser, body=body
    )
    stored = entry_for("things:1", document).stored
    words = QueryWords.of(query, "de")
    return snippet(stored, words.stems, words.prefix, "de").text


def test_snippet_marks_words_by_their_stem_in_the_original_text() -> None:
    assert shown("anmeldung hunde", teaser="Ihren Hund melden Sie im Rathaus an. Anmelden!") == (
        "Ihren <mark>Hund</mark> melden Sie im Rathaus an. <mark>Anmelden</mark>!"
    )


def test_snippet_escapes_what_the_text_contains() -> None:
    assert shown("farbe", body="<script>alert('x')</script> & Farben") == (
        "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; <mark>Farben</mark>"
    )


def test_snippet_is_the_passage_with_most_of_the_words() -> None:
    body = "\n".join(
        ["Der Antrag ist frei.", "x " * 95, "Den Antrag auf Wohngeld stellen Sie online.", "y " * 95]
    )

    assert shown("antrag wohngeld", teaser="Hilfe für die Miete.", body=body) == (
        "Den <mark>Antrag</mark> auf <mark>Wohngeld</mark> stellen Sie online."
    )


def test_teaser_wins_a_tie() -> None:
    assert shown("wohngeld", teaser="Wohngeld hilft.", body="Wohngeld gibt es für Mieter.") == (
        "<mark>Wohngeld</mark> hilft."
    )


def test_incomplete_last_word_is_marked_too() -> None:
    assert shown("wohn", teaser="Hilfe zum Wohnen und Wohngeld.") == (
        "Hilfe zum <mark>Wohnen</mark> und <mark>Wohngeld</mark>."
    )


def test_without_a_match_in_the_text_the_teaser_is_shown() -> None:
    assert shown("perso", teaser="Der Ausweis für alle.", body="Mehr dazu.") == "Der Ausweis für alle."


def test_umlauts_typed_as_two_letters_are_marked() -> None:
    assert shown("muell", teaser="Der Müll wird geholt.") == "Der <mark>Müll</mark> wird geholt."


def test_page_is_the_one_with_the_words_however_far_down() -> None:
    pages = ((1, "Satzung der Stadt."), (2, "wort " * 4000), (3, "Ein Alligator kostet 900 Euro. " * 9))
    document = SearchDocument(
        type="document", id="1", language="de", title="x", url="/x.pdf", teaser="PDF, 2 MB", pages=pages
    )
    stored = entry_for("things:1", document).stored

    def shown_for(query: str) -> tuple[str, int]:
        words = QueryWords.of(query, "de")
        found = snippet(stored, words.stems, words.prefix, "de")
        return found.text, found.page

    assert shown_for("satzung") == ("<mark>Satzung</mark> der Stadt.", 1)
    assert shown_for("alligator") == ("PDF, 2 MB", 3)
    assert shown_for("krokodil") == ("PDF, 2 MB", 0)


def test_passages_are_short_and_lose_nothing() -> None:
    text = "Kurzer Satz. " * 40 + "wort " * 200 + "x" * 450

    cut = passages(text)

    assert max(len(passage) for passage in cut) <= PASSAGE_CHARACTERS
    assert "".join(cut).replace(" ", "").replace("…", "") == text.replace(" ", "")


def test_dots_stand_where_a_sentence_was_cut() -> None:
    cut = passages("Wer " + "sehr " * 60 + "lange wartet.")

    assert cut[0].startswith("Wer sehr")
    assert cut[0].endswith("sehr …")
    assert cut[1].startswith("… sehr")
    assert cut[1].endswith("lange wartet.")


def test_what_is_no_sentence_is_not_run_into_the_next_line() -> None:
    assert passages("Voraussetzungen\nSie wohnen hier.\nSie sind 18.\nMarktplatz 1\nBus 4") == [
        "Voraussetzungen",
        "Sie wohnen hier. Sie sind 18. Marktplatz 1",
        "Bus 4",
    ]
