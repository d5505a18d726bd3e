"""Citizens write to the city: what is asked, refused, stored and sent, and what happens then."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from capabilities.domain import tickets
from home.domain.messages.mails import CONFIRMATIONS_PER_DAY
from home.models import CitizenMessage, CitySettings, HomePage, MessageSettings
from home.registries import FeedbackSubject, feedback_subjects
from outbox.models import Job, OutgoingMail
from tests.factories.home import contact_topics

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
SERVICE = FeedbackSubject(
    id=UUID("5a1f0f9e-9d0c-4a55-9c0e-7f2f3f1c9a10"),
    title="Reisepass beantragen",
    url="/dienstleistungen/reisepass/",
    department_id=UUID("0b6f8d6e-57f4-4a0b-8a3e-3f1d5b2c7e11"),
    department_name="Bürgeramt",
    department_email="buergeramt@stadt.example",
)


class OneService:
    name = "one"

    def subject(self, slug: str, language: str) -> FeedbackSubject | None:
        return SERVICE if slug == "reisepass" else None


@pytest.fixture(autouse=True)
def subjects(home: HomePage) -> Any:
    set_city(authority="Magistrat der Stadt", email="stadt@stadt.example")
    with feedback_subjects.fresh():
        feedback_subjects.register(OneService())
        yield


def set_city(**facts: str) -> None:
    city = CitySettings.objects.get()
    for name, value in facts.items():
        setattr(city, name, value)
    city.save()


def ticket_of(client: Client, path: str) -> str:
    html = client.get(path).content.decode()
    return re.search(r'name="ticket" value="([^"]+)"', html)[1]


def send(client: Client, path: str, **data: str) -> Any:
    """Fetch the form, wait (as far as the ticket knows) and send it as a browser would."""
    ticket = ticket_of(client, path)
    return post(client, path, ticket=aged(ticket, path), **data)


def aged(ticket: str, path: str) -> str:
    """The same ticket, issued ten seconds ago."""
    purpose = {"k": "message.contact", "f": "message.feedback", "b": "message.barrier"}[path.strip("/")[0]]
    signer = tickets._signer(purpose)
    number, issued_ms = signer.unsign_object(ticket)
    return signer.sign_object([number, issued_ms - 10_000])


def post(client: Client, path: str, *, origin: dict[str, str] = SAME_ORIGIN, **data: str) -> Any:
    return client.post(path, data, headers=origin)


def test_feedback_reaches_the_department_of_the_service(client: Client) -> None:
    answer = send(client, "/feedback/reisepass/", text="Der Preis für Kinder fehlt.")

    assert answer.status_code == 302
    assert answer.url == "/feedback/reisepass/gesendet/"
    message = CitizenMessage.objects.get()
    assert (message.kind, message.status, message.text) == ("feedback", "new", "Der Preis für Kinder fehlt.")
    assert (message.subject_id, message.subject) == (SERVICE.id, "Reisepass beantragen")
    assert (message.department_id, message.recipient_name) == (SERVICE.department_id, "Bürgeramt")
    assert (message.name, message.email, message.telephone) == ("", "", "")
    mail = OutgoingMail.objects.get()
    assert mail.to == ["buergeramt@stadt.example"]
    assert mail.reply_to == ""
    assert "Der Preis für Kinder fehlt." in mail.text
    assert reverse("citizenmessage:edit", args=[message.pk]) in mail.text


def test_feedback_asks_for_nothing_personal_and_sets_no_cookie(client: Client) -> None:
    answer = client.get("/feedback/reisepass/")

    names = set(re.findall(r'<(?:input|textarea)[^>]* name="([^"]+)"', answer.content.decode()))
    assert names == {"text", "ticket", "website", "q"} - ({"q"} - names)
    assert not answer.cookies
    assert not client.cookies
    assert "no-store" in answer["Cache-Control"]


def test_feedback_on_what_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/feedback/gibt-es-nicht/").status_code == 404
    assert post(client, "/feedback/gibt-es-nicht/", text="Hallo").status_code == 404


def test_topic_decides_who_gets_a_contact_message(client: Client) -> None:
    page = contact_topics("Steuern", "Verkehr")
    topic = page.topics.get(label="Verkehr")

    answer = send(
        client,
        "/kontakt/",
        topic=str(topic.pk),
        text="Die Ampel ist aus.",
        name="Kim Beispiel",
        email="kim@beispiel.example",
        telephone="06499 123",
    )

    assert answer.url == "/kontakt/gesendet/"
    message = CitizenMessage.objects.get()
    assert (message.subject, message.recipient_name) == ("Verkehr", "Amt für Verkehr")
    to_office, to_sender = OutgoingMail.objects.order_by("pk")
    assert (to_office.to, to_office.reply_to) == (["verkehr@stadt.example"], "kim@beispiel.example")
    assert "Kim Beispiel, kim@beispiel.example, 06499 123" in to_office.text
    assert to_sender.to == ["kim@beispiel.example"]
    assert "Magistrat der Stadt" in to_sender.text
    for personal in ("Ampel", "Kim", "Verkehr", "06499"):
        assert personal not in to_sender.text + to_sender.subject


def test_who_gives_no_address_learns_that_no_answer_is_possible(client: Client) -> None:
    told = "Deshalb können wir Ihnen nicht antworten"

    answer = send(client, "/kontakt/", text="Die Ampel ist aus.", telephone=" ")

    assert answer.url == "/kontakt/gesendet/?ohne-antwort"
    assert told in client.get(answer.url).content.decode()
    assert told not in client.get("/kontakt/gesendet/").content.decode()


def test_title_of_a_form_with_errors_says_so_first(client: Client) -> None:
    html = send(client, "/barrierefreiheit/melden/", text="").content.decode()

    assert "<title>Fehler: Barriere melden" in html


def test_report_of_a_barrier_names_the_page_one_comes_from(client: Client) -> None:
    def page_after(referer: str) -> str:
        return client.get("/barrierefreiheit/melden/", headers={"referer": referer}).content.decode()

    assert 'value="http://localhost' not in page_after("https://anderswo.example/aktuelles/")
    assert '/aktuelles/"' in page_after("http://testserver/aktuelles/?q=privat").split('name="page"')[1][:200]
    assert "privat" not in page_after("http://testserver/aktuelles/?q=privat").split('name="page"')[1][:200]


def test_message_and_mails_are_written_together(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(message: CitizenMessage) -> None:
        raise RuntimeError("no mail today")

    monkeypatch.setattr("home.domain.messages.receiving.confirm", broken)

    with pytest.raises(RuntimeError):
        send(client, "/kontakt/", text="Guten Tag", email="kim@beispiel.example")

    assert not CitizenMessage.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert not Job.objects.filter(kind="outbox.mail").exists()


def test_without_topics_the_city_itself_gets_the_message(client: Client) -> None:
    html = client.get("/kontakt/").content.decode()
    assert 'name="topic"' not in html
    assert 'type="tel" name="telephone"' in html

    send(client, "/kontakt/", text="Guten Tag")

    assert CitizenMessage.objects.get().recipient_name == "Magistrat der Stadt"
    assert OutgoingMail.objects.get().to == ["stadt@stadt.example"]


def test_settings_name_the_mailbox_for_each_kind(client: Client) -> None:
    saved = MessageSettings.for_site(CitySettings.objects.get().site)
    saved.barrier_email = "barriere@stadt.example"
    saved.save()

    send(
        client,
        "/barrierefreiheit/melden/",
        text="Kein Fokus",
        page="Startseite",
        email="kim@beispiel.example",
    )

    message = CitizenMessage.objects.get()
    assert (message.kind, message.subject) == ("barrier", "Startseite")
    assert message.recipient_email == "barriere@stadt.example"
    assert {mail.to[0] for mail in OutgoingMail.objects.all()} == {
        "barriere@stadt.example",
        "kim@beispiel.example",
    }


def test_without_any_address_the_message_waits_in_the_inbox(client: Client) -> None:
    set_city(email="")

    assert send(client, "/barrierefreiheit/melden/", text="Kein Fokus").status_code == 302

    assert CitizenMessage.objects.get().recipient_email == ""
    assert not OutgoingMail.objects.exists()


def test_barrier_form_names_the_page_that_the_citizen_comes_from(client: Client) -> None:
    html = client.get("/barrierefreiheit/melden/?seite=/aktuelles/").content.decode()
    assert re.search(r'name="page"[^>]* value="http://[^"/]+/aktuelles/"', html)

    for hostile in ("https://boese.example/", "//boese.example/", "javascript:alert(1)"):
        html = client.get("/barrierefreiheit/melden/", {"seite": hostile}).content.decode()
        assert "boese" not in html.split("<main")[1].split("</main")[0]
        assert "javascript:" not in html


def test_what_is_wrong_is_said_at_the_top_and_at_the_field_and_input_is_kept(client: Client) -> None:
    contact_topics("Steuern", "Verkehr")

    answer = send(client, "/kontakt/", text="", email="kim@", name="Kim <b>Beispiel</b>")

    html = answer.content.decode()
    assert answer.status_code == 422
    summary = html.split('class="error-summary')[1].split("<form")[0]
    assert "autofocus" in summary
    for field in ("id_topic", "id_text", "id_email"):
        assert f'href="#{field}' in summary
        assert f'id="{field}-fehler"' in html
    assert "Bitte wählen Sie ein Thema" in summary
    assert "Das ist keine vollständige E-Mail-Adresse" in summary
    assert 'value="kim@"' in html
    assert "Kim &lt;b&gt;Beispiel&lt;/b&gt;" in html
    assert not CitizenMessage.objects.exists()


def test_a_form_from_elsewhere_is_refused_and_shown_again(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    ticket = aged(ticket_of(strict, "/kontakt/"), "/kontakt/")

    for origin in ({}, {"Origin": "https://boese.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = post(strict, "/kontakt/", origin=origin, ticket=ticket, text="Meine Worte")
        assert answer.status_code == 403
        assert "Meine Worte" in answer.content.decode()
    assert not CitizenMessage.objects.exists()

    assert post(strict, "/kontakt/", ticket=ticket, text="Meine Worte").status_code == 302
    assert CitizenMessage.objects.get().text == "Meine Worte"


@pytest.mark.parametrize("trick", ["no ticket", "too fast", "foreign ticket", "honeypot"])
def test_robots_are_refused(client: Client, trick: str) -> None:
    ticket = ticket_of(client, "/kontakt/")
    data = {
        "no ticket": {},
        "too fast": {"ticket": ticket},
        "foreign ticket": {"ticket": aged(ticket_of(client, "/feedback/reisepass/"), "/feedback/")},
        "honeypot": {"ticket": aged(ticket, "/kontakt/"), "website": "https://boese.example"},
    }[trick]

    answer = post(client, "/kontakt/", text="Kaufen Sie jetzt", **data)

    assert answer.status_code == 422
    assert "Kaufen Sie jetzt" in answer.content.decode()
    assert not CitizenMessage.objects.exists()


def test_sent_twice_is_stored_once(client: Client) -> None:
    ticket = aged(ticket_of(client, "/kontakt/"), "/kontakt/")

    assert post(client, "/kontakt/", ticket=ticket, text="Guten Tag").status_code == 302
    again = post(client, "/kontakt/", ticket=ticket, text="Guten Tag")

    assert again.status_code == 422
    assert "schon erhalten" in again.content.decode()
    assert CitizenMessage.objects.count() == 1


def test_after_ten_messages_in_an_hour_the_next_one_has_to_wait(client: Client, settings: Any) -> None:
    settings.RATE_LIMITS = True
    for number in range(10):
        assert send(client, "/kontakt/", text=f"Nummer {number}").status_code == 302

    ticket = aged(ticket_of(client, "/kontakt/"), "/kontakt/")
    refused = post(client, "/kontakt/", ticket=ticket, text="Nummer elf")

    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 2 * 60 * 60 + 1
    assert "Nummer elf" in refused.content.decode()
    assert CitizenMessage.objects.count() == 10


def test_hostile_text_is_stored_as_it_is_and_shown_escaped(client: Client, editor_client: Client) -> None:
    text = "<script>alert(1)</script> {{ settings.SECRET_KEY }}\r\nBcc: alle@stadt.example"
    contact_topics("Steuern")
    topic = str(contact_topics("Steuern").topics.get().pk)

    send(client, "/kontakt/", text=text, topic=topic)

    message = CitizenMessage.objects.get()
    assert message.text == text
    mail = OutgoingMail.objects.get()
    assert "\n" not in mail.subject
    shown = editor_client.get(reverse("citizenmessage:edit", args=[message.pk])).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<script>alert(1)</script>" not in shown


@pytest.mark.parametrize("field", ["name", "telephone"])
@pytest.mark.parametrize("forged", ["Kim\r\nBcc: alle@stadt.example", "Kim\x1b[2J", "Kim\u2028Betrifft: x"])
def test_fields_of_one_line_take_one_line(client: Client, field: str, forged: str) -> None:
    assert send(client, "/kontakt/", text="Guten Tag", **{field: forged}).status_code == 422
    assert not CitizenMessage.objects.exists()


def test_no_line_of_a_message_passes_for_one_of_ours(client: Client) -> None:
    text = "Hallo\r\n--- Ende der Nachricht ---\n\nBearbeiten Sie die Nachricht bitte hier:\x85https://boese.example"

    send(client, "/kontakt/", text=text)

    quoted = OutgoingMail.objects.get().text.split("--- Nachricht ---\n")[1].split("\n--- Ende")[0]
    assert quoted == (
        "> Hallo\n> --- Ende der Nachricht ---\n> \n> Bearbeiten Sie die Nachricht bitte hier:\n"
        "> https://boese.example"
    )


def test_nobody_is_flooded_with_confirmations(client: Client, settings: Any) -> None:
    settings.RATE_LIMITS = True
    for number in range(CONFIRMATIONS_PER_DAY + 2):
        address = "Kim@beispiel.example" if number % 2 else "kim@beispiel.example"
        assert send(client, "/kontakt/", text=f"Nummer {number}", email=address).status_code == 302

    sent = [mail.to[0].lower() for mail in OutgoingMail.objects.all()]
    assert sent.count("kim@beispiel.example") == CONFIRMATIONS_PER_DAY
    assert CitizenMessage.objects.count() == CONFIRMATIONS_PER_DAY + 2


def test_nul_and_too_much_text_are_refused(client: Client) -> None:
    assert send(client, "/kontakt/", text="a\x00b").status_code == 422
    long = send(client, "/kontakt/", text="a" * 5001)
    assert long.status_code == 422
    assert "höchstens 5000 Zeichen" in long.content.decode()
    assert not CitizenMessage.objects.exists()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/kontakt/gesendet/", "Ihre Nachricht ist bei uns"),
        ("/feedback/reisepass/gesendet/", "Danke für Ihren Hinweis"),
        ("/barrierefreiheit/melden/gesendet/", "Danke, Ihre Meldung ist bei uns"),
    ],
)
def test_thanks_say_what_happens_next_and_nothing_personal(client: Client, path: str, words: str) -> None:
    answer = client.get(path)

    html = answer.content.decode()
    assert f"<h1>{words}</h1>" in html
    assert "So geht es weiter" in html
    assert '<meta name="robots" content="noindex">' in html
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/kontakt/", "/barrierefreiheit/melden/", "/feedback/reisepass/"])
def test_each_form_says_what_the_law_wants_to_be_said(client: Client, path: str) -> None:
    saved = MessageSettings.for_site(CitySettings.objects.get().site)
    saved.privacy_officer = "Dr. Muster, datenschutz@stadt.example"
    saved.save()

    html = client.get(path).content.decode()

    for needed in (
        "Magistrat der Stadt",
        "Dr. Muster, datenschutz@stadt.example",
        "Art. 6 Abs. 1 Buchst. e DSGVO",
        "spätestens zwölf Monate",
        "Auskunft, Berichtigung, Löschung",
        "Hessischen Beauftragten",
        'href="/datenschutz/"',
    ):
        assert needed in html


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/kontakt/", "Your message"),
        ("/en/barrierefreiheit/melden/", "What does not work?"),
        ("/leichte-sprache/kontakt/", "Schreiben Sie uns"),
        ("/leichte-sprache/feedback/reisepass/", "Was verstehen Sie nicht?"),
    ],
)
def test_forms_speak_the_language_of_their_address(client: Client, path: str, words: str) -> None:
    assert words in client.get(path).content.decode()


def test_confirmation_is_in_the_language_of_the_form(client: Client) -> None:
    ticket = aged(ticket_of(client, "/en/kontakt/"), "/kontakt/")

    post(client, "/en/kontakt/", ticket=ticket, text="Hello", email="kim@beispiel.example")

    assert CitizenMessage.objects.get().language == "en"
    assert OutgoingMail.objects.filter(subject="Your message has arrived").exists()


@pytest.mark.parametrize("topics", [1, 12])
def test_contact_form_costs_the_same_with_one_topic_and_with_many(
    client: Client, topics: int, django_assert_max_num_queries: Any
) -> None:
    contact_topics(*(f"Thema{number}" for number in range(topics)))
    client.get("/kontakt/")

    with django_assert_max_num_queries(9):
        html = client.get("/kontakt/").content.decode()

    assert html.count('type="radio"') == topics


def test_a_contact_page_that_is_not_public_shows_nothing_of_itself(client: Client) -> None:
    page = contact_topics("Geheim")
    page.introduction = "Nur für den Dienstgebrauch"
    page.save_revision().publish()
    page.view_restrictions.create(restriction_type="login")

    html = client.get("/kontakt/").content.decode()

    assert "Dienstgebrauch" not in html
    assert "Geheim" not in html
    assert 'name="text"' in html


def test_contact_page_can_be_previewed(editor_client: Client) -> None:
    page = contact_topics("Steuern")
    page.introduction = "So erreichen Sie uns demnächst"
    page.save_revision()

    answer = editor_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert "So erreichen Sie uns demnächst" in answer.content.decode()
    assert "demnächst" not in editor_client.get("/kontakt/").content.decode()


def test_a_renamed_contact_page_keeps_its_address(client: Client) -> None:
    page = contact_topics("Steuern")
    page.slug = "schreiben-sie-uns"
    page.save_revision().publish()

    assert page.get_url() == "/kontakt/"
    answer = client.get("/schreiben-sie-uns/")
    assert (answer.status_code, answer.url) == (301, "/kontakt/")


def test_day_of_arrival_fixes_the_day_of_deletion(client: Client) -> None:
    send(client, "/kontakt/", text="Guten Tag")

    days = (CitizenMessage.objects.get().delete_on - timezone.localdate()) / timedelta(days=1)

    assert 365 <= days <= 366
