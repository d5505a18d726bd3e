import re

import pytest
from django.core import mail as django_mail
from django.test import Client

from accounts import views
from accounts.models import User
from accounts.views import ATTEMPTS_PER_ACCOUNT, RESETS_PER_ADDRESS, RESETS_PER_NETWORK
from outbox.models import OutgoingMail

pytestmark = pytest.mark.django_db
LOGIN = "/redaktion/login/"
RESET = "/redaktion/password_reset/"


def sign_in(client, password):
    return client.post(LOGIN, {"username": "redaktion", "password": password})


@pytest.fixture
def editor():
    return User.objects.create_superuser("redaktion", password="ein-gutes-passwort")


def test_staff_sign_in(editor, client):
    assert sign_in(client, "ein-gutes-passwort").status_code == 302
    assert client.get("/redaktion/").status_code == 200


@pytest.fixture
def limits(settings):
    settings.RATE_LIMITS, settings.TRUSTED_PROXIES = True, 0


def test_guessing_a_password_ends_after_a_few_attempts(editor, limits):
    answers = [sign_in(Client(REMOTE_ADDR=f"10.0.0.{n}"), "falsch") for n in range(ATTEMPTS_PER_ACCOUNT + 1)]

    assert [answer.status_code for answer in answers] == [200] * ATTEMPTS_PER_ACCOUNT + [429]
    assert int(answers[-1]["Retry-After"]) > 0
    assert "falsch" not in answers[-1].text and 'redaktion"' not in answers[-1].text


def test_who_guesses_does_not_lock_the_owner_out(editor, limits):
    for _ in range(ATTEMPTS_PER_ACCOUNT + 1):
        sign_in(Client(REMOTE_ADDR="10.0.0.1"), "falsch")

    assert sign_in(Client(REMOTE_ADDR="10.99.0.1"), "ein-gutes-passwort").status_code == 302


def test_guessing_from_everywhere_ends_as_well(editor, limits, monkeypatch):
    monkeypatch.setattr(views, "ATTEMPTS_PER_ACCOUNT_FROM_EVERYWHERE", 4)

    answers = [sign_in(Client(REMOTE_ADDR=f"10.{n}.0.1"), "falsch").status_code for n in range(5)]

    assert answers == [200] * 4 + [429]


def ask_for_a_new_password(address, network="10.0.0.1"):
    return Client(REMOTE_ADDR=network).post(RESET, {"email": address})


def test_link_for_a_new_password_is_mailed_by_the_worker(editor, limits):
    editor.email = "redaktion@stadt.example"
    editor.save()

    answers = [ask_for_a_new_password(a) for a in ("redaktion@stadt.example", "niemand@stadt.example")]

    assert [(answer.status_code, answer.url) for answer in answers] == [(302, f"{RESET}done/")] * 2
    assert not django_mail.outbox
    queued = OutgoingMail.objects.get()
    assert queued.to == ["redaktion@stadt.example"]
    link = re.search(r"/redaktion/password_reset/confirm/\S+", queued.text)[0]
    assert "Kennwort" in (page := Client().get(link, follow=True)).text or "Passwort" in page.text


def test_nobody_is_flooded_with_links(editor, limits):
    editor.email = "redaktion@stadt.example"
    editor.save()

    answers = [
        ask_for_a_new_password(
            "Redaktion@stadt.example" if n % 2 else "redaktion@stadt.example", f"10.{n}.0.1"
        )
        for n in range(RESETS_PER_ADDRESS + 2)
    ]

    assert {answer.status_code for answer in answers} == {302}
    assert OutgoingMail.objects.count() == RESETS_PER_ADDRESS


def test_one_network_asks_for_a_few_passwords_only(limits):
    answers = [
        ask_for_a_new_password(f"a{n}@stadt.example").status_code for n in range(RESETS_PER_NETWORK + 1)
    ]

    assert answers == [302] * RESETS_PER_NETWORK + [429]
