"""Uploaded files are found by what is written in them, as long as a public page offers them."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from home.domain.document_links import ask_for_missing_links
from home.domain.document_sources import DocumentSource
from home.domain.document_texts import ask_for_missing_texts, unreadable_documents
from home.models import CityDocument, DocumentLink, DocumentText
from outbox.domain.running import run_due_jobs
from outbox.models import Job
from search.domain.querying import search
from search.domain.rebuilding import rebuild
from search.result_rows import result_rows
from tests.factories import home as make
from tests.home.written_files import docx, pdf

LINES = ["Satzung der Stadt Auenstadt", "Wer einen Alligator hält, zahlt 900 Euro im Jahr"]


@pytest.fixture(autouse=True)
def index(settings, tmp_path, home):
    settings.SEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    rebuild()


@pytest.fixture
def satzung(home):
    return make.document("Tierhaltungssatzung", pdf(LINES))


def offer(document, title="Haustiere", **fields):
    body = [("downloads", {"heading": "", "items": [{"document": document, "label": "", "note": ""}]})]
    return make.standard_page(title, body=body, **fields)


def found(query="Alligator"):
    """Titles of the documents that a citizen finds once the worker has done its work."""
    Job.objects.filter(kind__startswith="search").update(due_at=timezone.now())
    run_due_jobs()
    return [hit.title for hit in search(query, types=["document"]).hits]


def test_words_of_a_file_are_found_with_their_page(satzung):
    offer(satzung)
    assert found() == ["Tierhaltungssatzung"]

    (hit,) = search("Alligator", types=["document"]).hits
    assert hit.snippet == "Wer einen <mark>Alligator</mark> hält, zahlt 900 Euro im Jahr"
    assert (hit.url, hit.page, hit.type) == (f"{satzung.url}#page=2", 2, "document")
    assert "Seite 2</span>" in result_rows([hit], first=1)


def test_link_in_running_text_counts(satzung):
    make.standard_page(
        "Haustiere", body=[("text", f'<p><a linktype="document" id="{satzung.pk}">Satzung</a></p>')]
    )

    assert found() == ["Tierhaltungssatzung"]


def test_attachment_of_an_official_notice_counts(satzung):
    make.official_notice("Tierhaltung", satzung)

    assert found() == ["Tierhaltungssatzung"]


def test_what_no_page_offers_is_not_found(satzung):
    make.standard_page("Haustiere")

    assert found() == []


def test_draft_offers_nothing(satzung):
    page = make.standard_page("Haustiere")
    page.body = [("text", f'<p><a linktype="document" id="{satzung.pk}">Satzung</a></p>')]
    page.save_revision()

    assert found() == []


@pytest.mark.parametrize("change", ["unpublish", "restrict", "restrict above", "delete", "unlink"])
def test_what_no_public_page_offers_any_more_disappears(satzung, change):
    above = make.standard_page("Ordnung")
    page = offer(satzung, below=above)
    assert found() == ["Tierhaltungssatzung"]

    if change == "unpublish":
        page.unpublish()
    elif change == "restrict":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    elif change == "restrict above":
        PageViewRestriction.objects.create(page=above, restriction_type="login")
    elif change == "delete":
        page.delete()
    else:
        page.body = []
        page.save_revision().publish()

    assert found() == []


def test_one_public_page_is_enough(satzung):
    hidden = offer(satzung)
    offer(satzung, "Tiere in der Stadt")

    hidden.unpublish()

    assert found() == ["Tierhaltungssatzung"]


@pytest.mark.parametrize("level", ["its own", "above"])
def test_document_in_a_private_collection_is_never_found(satzung, level):
    offer(satzung)
    above = Collection.get_first_root_node().add_child(name="Intern")
    own = above.add_child(name="Ordnungsamt")
    satzung.collection = own
    satzung.save()
    assert found() == ["Tierhaltungssatzung"]

    closed = own if level == "its own" else above
    restriction = CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    assert found() == []
    assert list(DocumentSource().public_pks()) == []

    restriction.delete()
    assert found() == ["Tierhaltungssatzung"]


def test_moving_into_a_private_collection_takes_it_out(satzung):
    offer(satzung)
    closed = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    assert found() == ["Tierhaltungssatzung"]

    satzung.collection = closed
    satzung.save()

    assert found() == []


def test_deleted_document_is_not_found(satzung):
    offer(satzung)
    assert found() == ["Tierhaltungssatzung"]

    satzung.delete()

    assert found() == []
    assert not DocumentText.objects.exists()


def test_new_file_is_read_anew(satzung):
    offer(satzung)
    assert found() == ["Tierhaltungssatzung"]

    satzung.file = ContentFile(docx("Krokodile sind frei"), name="satzung.docx")
    satzung.save()

    assert found() == []
    assert found("Krokodile") == ["Tierhaltungssatzung"]


def test_file_is_read_once(satzung, monkeypatch):
    run_due_jobs()

    def again(*arguments):
        raise AssertionError("read again")

    monkeypatch.setattr("home.domain.document_texts.read_pages", again)
    satzung.title = "Satzung über Tiere"
    satzung.save()
    run_due_jobs()

    assert not Job.objects.filter(kind="home.document_text").exists()


def test_unreadable_file_is_found_by_its_title_and_said_to_the_editors(home):
    document = make.document("Rodelbahnordnung", b"%PDF-1.7\n" + b"\xff" * 500)
    offer(document)

    assert found("Rodelbahnordnung") == ["Rodelbahnordnung"]
    (finding,) = unreadable_documents()
    assert finding.text.startswith("„Rodelbahnordnung“ lässt sich nicht durchsuchen: ")


def test_lost_file_does_not_stop_the_worker(satzung):
    satzung.file.storage.delete(satzung.file.name)

    run_due_jobs()

    assert DocumentText.objects.get().problem == "the file is gone"


def test_english_page_offers_it_in_english(satzung):
    make.translation_of(offer(satzung), "en", "Pets")
    run_due_jobs()

    german, english = DocumentSource().documents_for(str(satzung.pk))

    assert (german.language, english.language) == ("de", "en")
    assert german.pages == english.pages == ((1, LINES[0]), (2, LINES[1]))


def test_ends_with_the_last_page_that_offers_it(satzung):
    soon, later = (timezone.now() + timedelta(days=days) for days in (1, 9))
    offer(satzung, expire_at=soon)
    offer(satzung, "Tiere", expire_at=later)
    run_due_jobs()

    (document,) = DocumentSource().documents_for(str(satzung.pk))

    assert document.expires_at == later


def test_documents_from_before_are_read_and_linked(satzung):
    offer(satzung)
    run_due_jobs()
    DocumentText.objects.all().delete()
    DocumentLink.objects.all().delete()
    assert list(DocumentSource().public_pks()) == []

    ask_for_missing_texts()
    ask_for_missing_links()

    assert found() == ["Tierhaltungssatzung"]


def test_many_documents_take_as_many_queries_as_one(satzung, django_assert_num_queries):
    offer(satzung)
    for number in range(5):
        offer(make.document(f"Satzung {number}", pdf(LINES)), f"Seite {number}")
    run_due_jobs()

    with django_assert_num_queries(1):
        assert len(list(DocumentSource().public_pks())) == 6
    with django_assert_num_queries(3):
        DocumentSource().documents_for(str(CityDocument.objects.latest("pk").pk))
