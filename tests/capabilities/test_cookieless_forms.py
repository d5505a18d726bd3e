"""A citizen's form from showing to thanks, through the real middleware."""

import re

import pytest
from django.test import Client

from tests.factories.capabilities import aged_ticket

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.capabilities.urls")]

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def citizen() -> Client:
    return Client(enforce_csrf_checks=True, headers=SAME_ORIGIN)


def ticket_in(html: str) -> str:
    return re.search(r'name="ticket" value="([^"]+)"', html).group(1)


def test_form_is_shown_and_sent_without_a_cookie(citizen: Client):
    shown = citizen.get("/nachricht/")
    sent = citizen.post("/nachricht/", {"ticket": aged_ticket("message"), "text": "Hallo"})

    assert ticket_in(shown.text)
    assert sent.text == "Danke: Hallo"
    assert not shown.cookies and not sent.cookies


def test_form_sent_at_once_keeps_its_ticket_and_input(citizen: Client):
    ticket = ticket_in(citizen.get("/nachricht/").text)

    refused = citizen.post("/nachricht/", {"ticket": ticket, "text": "Hallo"}).text

    assert "Das ging sehr schnell" in refused
    assert ticket_in(refused) == ticket
    assert 'value="Hallo"' in refused


def test_expired_form_comes_back_with_a_fresh_ticket_and_the_input(citizen: Client):
    expired = aged_ticket("message", seconds=7 * 60 * 60)

    refused = citizen.post("/nachricht/", {"ticket": expired, "text": "Hallo"}).text

    assert "lange offen" in refused
    assert ticket_in(refused) != expired
    assert 'value="Hallo"' in refused


def test_robot_that_fills_the_honeypot_is_refused_and_a_person_can_mend_it(citizen: Client):
    data = {"ticket": aged_ticket("message"), "text": "Kaufen Sie", "website": "https://spam.example"}

    refused = citizen.post("/nachricht/", data).text

    assert "Danke" not in refused
    assert "Bitte lassen Sie dieses Feld leer" in refused
    assert "visually-hidden" not in refused  # Now people whose browser filled it can see it.


def test_honeypot_is_out_of_everybodys_way(citizen: Client):
    shown = citizen.get("/nachricht/").text

    honeypot = re.search(r'<input[^>]*name="website"[^>]*>', shown).group(0)
    assert 'tabindex="-1"' in honeypot and 'autocomplete="off"' in honeypot
    assert re.search(r'class="visually-hidden" aria-hidden="true">\s*<label', shown)


def test_pressing_twice_sends_once(citizen: Client):
    data = {"ticket": aged_ticket("message"), "text": "Hallo"}
    first = citizen.post("/einmal/", data).text

    second = citizen.post("/einmal/", data).text

    assert first == "Danke: Hallo"
    assert "haben wir schon erhalten" in second


def test_error_in_a_field_does_not_use_up_the_ticket(citizen: Client):
    ticket = aged_ticket("message")
    citizen.post("/einmal/", {"ticket": ticket, "text": ""})

    assert citizen.post("/einmal/", {"ticket": ticket, "text": "Hallo"}).text == "Danke: Hallo"
