"""The citizen's page of a case: what it says, what it takes, and what it never gives away."""

import logging
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from servicefinder.cases.domain.contents import Contents, IncomingFile, Person, Price
from servicefinder.cases.domain.deciding import decide
from servicefinder.cases.domain.documents import add_document
from servicefinder.cases.domain.journal import Actor, record
from servicefinder.cases.domain.opening import Opened
from servicefinder.cases.domain.paying import mark_paid
from servicefinder.cases.domain.questions import ask, text_of
from servicefinder.cases.domain.sealing import Seal, erase
from servicefinder.cases.domain.secrets import path_of, withdraw_access
from servicefinder.cases.domain.transitions import move
from servicefinder.cases.domain.withdrawing import withdraw
from servicefinder.cases.enums import CaseState, DocumentSource, EntryKind, MessageKind, Origin
from servicefinder.cases.models import Case, CaseMessage
from servicefinder.cases.wording import day_in
from tests.factories.capabilities import aged_ticket
from tests.factories.cases import case_type, opened_case
from tests.factories.uploads import pdf_file, picture_file

pytestmark = pytest.mark.django_db
CLERK = Actor("Otto Amt")


@pytest.fixture
def opened() -> Opened:
    return opened_case()


@pytest.fixture
def client() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def html_of(client: Client, opened: Opened, rest: str = "") -> str:
    return str(client.get(path_of(opened.secret) + rest).content.decode())


def send(client: Client, opened: Opened, asked: CaseMessage, **data: Any) -> Any:
    values = {
        "question": asked.pk,
        "text": "So groß.",
        "ticket": aged_ticket("cases.answer"),
        "website": "",
        **data,
    }
    return client.post(f"{path_of(opened.secret)}antwort/", values)


def test_state_is_said_in_plain_words_with_what_comes_next(client: Client, opened: Opened) -> None:
    html = html_of(client, opened)

    assert "Eingegangen" in html and opened.case.reference in html
    assert "Spätestens am" in html and "Ihre Angaben sind eingegangen" in html
    assert "Otto" not in html and "Vorgang geöffnet" not in html


def test_the_due_day_promises_what_the_confirmation_did(client: Client, opened: Opened) -> None:
    german = html_of(client, opened)
    english = client.get(path_of(opened.secret, "en")).content.decode()

    assert "Sie hören von uns bis" in german and "hören Sie von uns." in german
    assert "You will hear from us by" in english
    assert "fertig sein" not in german and "be done" not in english


def test_words_of_the_case_type_go_before_ours(client: Client) -> None:
    case_type(state_words={"received": "Wir haben Ihre Meldung"})
    assert "Wir haben Ihre Meldung" in html_of(client, opened_case())


def test_page_is_kept_by_nobody_and_says_nothing_in_title_or_address(client: Client, opened: Opened) -> None:
    response = client.get(path_of(opened.secret))
    html = response.content.decode()

    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert not response.cookies
    title = re.search(r"<title>(.*?)</title>", html, re.S)
    assert title and opened.case.reference not in title[1] and "Müller" not in title[1]
    assert "Müller" not in html and "erika@" not in html
    head = html.partition("</head>")[0]
    assert opened.secret not in head
    assert "Laterne" not in html


def test_english_page_speaks_english(client: Client) -> None:
    opened = opened_case(language="en")
    html = client.get("/en" + path_of(opened.secret)).content.decode()

    assert "What happens next" in html and "Withdraw the case" in html
    assert "Wie es weitergeht" not in html


def test_english_page_has_general_words_where_the_case_type_has_german_ones(client: Client) -> None:
    case_type(state_words={"received": "Wir haben Ihre Meldung"})
    price = (Price("Ausweis", 4800),)
    opened = opened_case(language="en", contents=Contents(Person("Müller"), price=price))
    html = client.get(path_of(opened.secret, "en")).content.decode()

    assert "Wir haben Ihre Meldung" not in html and ">Received<" in html
    assert "€48.00" in html and "48,00" not in html
    assert '<p class="lead" lang="de">Meldung</p>' in html


def test_looking_is_journalled_once_an_hour(client: Client, opened: Opened) -> None:
    client.head(path_of(opened.secret))
    assert not opened.case.journal.filter(kind=EntryKind.CITIZEN_OPENED).exists()

    for _ in range(3):
        html_of(client, opened)

    assert opened.case.journal.filter(kind=EntryKind.CITIZEN_OPENED).count() == 1


def test_notes_and_documents_of_the_department_are_not_shown(client: Client, opened: Opened) -> None:
    case, seal = opened.case, Seal.of(opened.case.pk)
    CaseMessage.objects.create(
        case=case, kind=MessageKind.NOTE, sealed_text=seal.close_text("message", "Schwieriger Mensch")
    )
    hidden = add_document(
        case.pk,
        IncomingFile("vermerk.pdf", "application/pdf", b"%PDF-geheim"),
        DocumentSource.DEPARTMENT,
        CLERK,
        seal=seal,
    )

    html = html_of(client, opened)

    assert "Schwieriger" not in html and "vermerk" not in html
    assert client.get(f"{path_of(opened.secret)}dokument/{hidden.pk}/").status_code == 404


def test_link_of_one_case_shows_nothing_of_another(client: Client, opened: Opened) -> None:
    other = opened_case(
        contents=Contents(Person("Anders", "Kim", "kim@example.org")),
        files=(IncomingFile("anders.pdf", "application/pdf", b"%PDF-anders"),),
    )
    document = other.case.documents.get()
    question = ask(other.case, "Geheime Frage?", CLERK)
    ask(opened.case, "Unsere Frage?", CLERK)

    for rest in ("", "empfangsbestaetigung/", "zurueckziehen/"):
        html = html_of(client, opened, rest)
        assert other.case.reference not in html and "anders" not in html.lower().replace("es sich anders", "")
    assert client.get(f"{path_of(opened.secret)}dokument/{document.pk}/").status_code == 404
    answered = send(client, opened, question)
    assert answered.status_code == 422
    assert not CaseMessage.objects.filter(kind=MessageKind.ANSWER).exists()


def test_log_holds_no_link(client: Client, opened: Opened, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for rest in ("", "empfangsbestaetigung/", "empfangsbestaetigung.pdf", "gibt-es-nicht/"):
            client.get(path_of(opened.secret) + rest)
        client.post(path_of(opened.secret) + "antwort/", headers={"Sec-Fetch-Site": "cross-site"})

    assert caplog.records
    assert not [record for record in caplog.records if opened.secret in f"{record.msg}{record.args}"]


def test_answer_with_a_file_is_taken_once_however_often_it_is_sent(client: Client, opened: Opened) -> None:
    question = ask(opened.case, "Wie groß ist Ihr Hund?", CLERK)
    assert "Wie groß ist Ihr Hund?" in html_of(client, opened)
    ticket = aged_ticket("cases.answer")

    for _ in range(2):
        photo = SimpleUploadedFile("hund.jpg", picture_file("JPEG").read())
        response = send(client, opened, question, file=photo, ticket=ticket)
        assert response.status_code == 303
        assert response["Location"] == f"{path_of(opened.secret)}?angekommen=answer"

    case = Case.objects.get(pk=opened.case.pk)
    assert case.state == CaseState.IN_WORK
    answers = case.messages.filter(kind=MessageKind.ANSWER)
    assert [text_of(each, Seal.of(case.pk)) for each in answers] == ["So groß."]
    assert case.documents.count() == 1
    html = client.get(response["Location"]).content.decode()
    assert "Danke, Ihre Antwort ist angekommen." in html and "hund.jpg" in html and "So groß." in html
    assert html.count("Sie haben geantwortet") == 1 and "nachgereicht" not in html.partition("verlauf")[2]


def test_empty_answer_is_asked_for_again_and_keeps_the_question(client: Client, opened: Opened) -> None:
    question = ask(opened.case, "Wie groß?", CLERK)

    response = send(client, opened, question, text="  ")

    html = response.content.decode()
    assert response.status_code == 422
    assert "Bitte schreiben Sie eine Antwort." in html and "Wie groß?" in html
    assert 'href="#antwort-text"' in html and "<title>Fehler:" in html


@pytest.mark.parametrize("text", ["x" * 10_001, "Zeichen\0null", "Steuer\x08zeichen"])
def test_what_no_answer_can_be_is_refused_beside_the_field(client: Client, opened: Opened, text: str) -> None:
    question = ask(opened.case, "Wie groß?", CLERK)

    assert send(client, opened, question, text=text).status_code == 422
    assert send(client, opened, question, question="abc").status_code == 422
    assert send(client, opened, question, question="9" * 30).status_code == 422


def test_answer_to_a_case_that_is_decided_meanwhile_comes_back_whole(client: Client, opened: Opened) -> None:
    question = ask(opened.case, "Wie groß?", CLERK)
    for state in (CaseState.IN_WORK, CaseState.DECIDED):
        move(opened.case, state, CLERK)

    response = send(client, opened, question)

    assert response.status_code == 422
    assert "nicht mehr bearbeitet" in response.content.decode()
    assert not CaseMessage.objects.filter(kind=MessageKind.ANSWER).exists()


def test_document_can_be_added_and_fetched(client: Client, opened: Opened) -> None:
    html_of(client, opened)
    values = {"ticket": aged_ticket("cases.document"), "website": ""}
    file = SimpleUploadedFile("../../böse <b>.pdf", pdf_file().read())

    response = client.post(f"{path_of(opened.secret)}nachreichen/", {**values, "file": file})

    assert response.status_code == 303
    document = opened.case.documents.get()
    html = html_of(client, opened)
    assert "böse &lt;b&gt;.pdf" in html and "Sie haben ein Dokument nachgereicht" in html
    fetched = client.get(f"{path_of(opened.secret)}dokument/{document.pk}/")
    assert b"".join(fetched.streaming_content) == pdf_file().read()
    assert fetched["Content-Disposition"].startswith("attachment")
    assert fetched["X-Content-Type-Options"] == "nosniff"
    assert not opened.case.journal.filter(kind=EntryKind.DECISION_OPENED).exists()


def test_adding_nothing_says_what_is_missing(client: Client, opened: Opened) -> None:
    values = {"ticket": aged_ticket("cases.document"), "website": ""}
    response = client.post(f"{path_of(opened.secret)}nachreichen/", values)

    assert response.status_code == 422
    assert "Bitte wählen Sie eine Datei aus." in response.content.decode()


def test_decision_is_shown_and_its_first_opening_journalled(client: Client, opened: Opened) -> None:
    document = decide(opened.case, title="Bewilligung", text="Ja.", legal_remedy="Widerspruch", by=CLERK)
    address = f"{path_of(opened.secret)}dokument/{document.pk}/"
    html = html_of(client, opened)

    assert address in html and "Ihr Bescheid" in html and "Bewilligung" not in html
    client.head(address)
    assert not opened.case.journal.filter(kind=EntryKind.DECISION_OPENED).exists()
    for _ in range(2):
        assert b"".join(client.get(address).streaming_content).startswith(b"%PDF")
    assert opened.case.journal.filter(kind=EntryKind.DECISION_OPENED).count() == 1
    assert "Sie haben den Bescheid abgerufen" in html_of(client, opened)


def test_withdrawing_asks_once_more(client: Client, opened: Opened) -> None:
    address = f"{path_of(opened.secret)}zurueckziehen/"
    assert "wirklich zurückziehen" in html_of(client, opened, "zurueckziehen/")
    opened.case.refresh_from_db()
    assert opened.case.state == CaseState.RECEIVED

    for _ in range(2):
        values = {"ticket": aged_ticket("cases.withdraw"), "website": ""}
        assert client.post(address, values).status_code == 303

    opened.case.refresh_from_db()
    assert opened.case.state == CaseState.WITHDRAWN
    html = html_of(client, opened)
    assert "Zurückgezogen" in html and "zurueckziehen/" not in html


def test_unpaid_invoice_is_to_be_waited_for_and_falls_away_with_the_case(client: Client) -> None:
    contents = Contents(Person("Müller"), price=(Price("Ausweis", 3600),))
    opened = opened_case(contents=contents, payment_way="invoice")
    html = html_of(client, opened)
    assert "36,00\xa0€, noch offen" in html and "Bitte zahlen Sie erst, wenn sie da ist." in html

    withdraw(opened.case)

    html = html_of(client, opened)
    assert "entfällt" in html
    for words in ("36,00", "noch offen", "Rechnung"):
        assert words not in html


def test_paid_case_still_says_so_after_it_was_withdrawn(client: Client) -> None:
    opened = opened_case(contents=Contents(Person("Müller"), price=(Price("Ausweis", 3600),)))
    mark_paid(opened.case, "invoice", timezone.localdate(), CLERK)
    withdraw(opened.case)

    assert "36,00\xa0€, bezahlt" in html_of(client, opened)


def test_case_on_paper_was_received_on_the_day_of_its_arrival(client: Client) -> None:
    came = timezone.localdate() - timedelta(days=3)
    opened = opened_case(origin=Origin.PAPER, arrived_on=came)
    for rest in ("", "empfangsbestaetigung/"):
        main = html_of(client, opened, rest).partition('<ol class="timeline">')[0]
        assert f'datetime="{came.isoformat()}">{day_in(came, "de")}</time>' in main
        assert day_in(timezone.localdate(), "de") not in main


def test_decided_case_cannot_be_withdrawn(client: Client, opened: Opened) -> None:
    for state in (CaseState.IN_WORK, CaseState.DECIDED):
        move(opened.case, state, CLERK)

    values = {"ticket": aged_ticket("cases.withdraw"), "website": ""}
    response = client.post(f"{path_of(opened.secret)}zurueckziehen/", values)

    assert response.status_code == 422
    assert "kann nicht mehr zurückgezogen werden" in response.content.decode()


def test_link_that_opens_nothing_says_so(client: Client, opened: Opened) -> None:
    unknown = client.get("/vorgang/K1-AAAA-BBBB-CCCC-DDDD/")
    assert unknown.status_code == 404 and "führt zu keinem Vorgang" in unknown.content.decode()

    withdraw_access(opened.case.pk)
    revoked = client.get(path_of(opened.secret))
    assert revoked.status_code == 410 and "gilt nicht mehr" in revoked.content.decode()


def test_erased_case_says_that_it_is_gone(client: Client, opened: Opened) -> None:
    erase(opened.case.pk)
    for rest in ("", "empfangsbestaetigung/", "empfangsbestaetigung.pdf"):
        response = client.get(path_of(opened.secret) + rest)
        assert response.status_code == 410 and "gelöscht" in response.content.decode()

    opened.case.journal.all().delete()
    Case.objects.filter(pk=opened.case.pk).delete()
    assert client.get(path_of(opened.secret)).status_code == 410


def test_person_without_address_is_told_where_news_is(client: Client) -> None:
    opened = opened_case(contents=Contents(Person("Muster", "Kim")))
    assert "keine E-Mail-Adresse" in html_of(client, opened)


def test_post_from_elsewhere_is_refused(opened: Opened) -> None:
    response = Client(headers={"Sec-Fetch-Site": "cross-site"}).post(
        f"{path_of(opened.secret)}zurueckziehen/"
    )
    assert response.status_code == 403


@pytest.mark.parametrize("many", [1, 12])
def test_page_costs_the_same_with_one_and_with_many(
    client: Client, many: int, django_assert_max_num_queries: Any
) -> None:
    files = tuple(IncomingFile(f"{n}.pdf", "application/pdf", b"%PDF-1") for n in range(many))
    opened = opened_case(files=files)
    seal = Seal.of(opened.case.pk)
    for number in range(many):
        sealed = seal.close_text("message", f"Frage {number}")
        CaseMessage.objects.create(case=opened.case, kind=MessageKind.QUESTION, sealed_text=sealed)
        record(opened.case.pk, EntryKind.QUESTION, CLERK)
    html_of(client, opened)

    with django_assert_max_num_queries(11):
        html_of(client, opened)
