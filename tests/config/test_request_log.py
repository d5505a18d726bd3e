"""The log shows that something was asked for, never what opens it or who asked."""

import logging
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.test import Client, RequestFactory
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from config.loggable_paths import LoggablePaths, loggable_path


def logged_paths(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.msg["path"] for record in caplog.records if record.name == "request"]


@pytest.fixture
def reset_address(db: Any) -> str:
    """As in the mail to somebody who asked for a new password."""
    user = get_user_model().objects.create_user("redaktion")
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return f"/redaktion/password_reset/confirm/{uid}/{default_token_generator.make_token(user)}/"


def test_link_for_a_new_password_is_not_logged(
    client: Client, caplog: pytest.LogCaptureFixture, reset_address: str
):
    with caplog.at_level(logging.INFO, "request"):
        assert client.get(reset_address).status_code == 302

    assert logged_paths(caplog) == ["/redaktion/password_reset/confirm/***/***/"]


def test_link_under_an_address_that_does_not_exist_is_not_logged_either(
    client: Client, caplog: pytest.LogCaptureFixture, reset_address: str
):
    token = reset_address.rstrip("/").rsplit("/", 1)[1]
    with caplog.at_level(logging.INFO, "request"):
        client.get(f"/gibt-es-nicht/{token}")
        client.get(f"/gibt-es-nicht/{token}/", follow=True)

    assert not [path for path in logged_paths(caplog) if token in path]


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/gibt-es-nicht/aB3dE5gH7jK9mN1pQ3/2/", "/gibt-es-nicht/***/2/"),
        ("/dienstleistungen/wohnsitz-ummelden/", "/dienstleistungen/wohnsitz-ummelden/"),
        ("/abmelden/kim@beispiel.example/", "/abmelden/***/"),
        ("/abmelden/kim%40beispiel.example", "/abmelden/***"),
        ("/a\nmethod=GET path=/b\x1b[31m\u202e", "/a\\nmethod=GET path=/b\\x1b[31m\\u202e"),
        ("/" + "a-" * 8000, "/" + ("a-" * 8000)[:499]),
    ],
)
def test_path_is_logged_without_what_is_nobodys_business(path: str, logged: str):
    assert loggable_path(path) == logged


CODE = "K1-TPWD-G948-AZS8-PJJM"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        f"{CODE}/antwort",
        f"{CODE}/antwort/",
        f"{CODE}/gibt-es-nicht/",
        f"{CODE},",
        f"{CODE}.",
        CODE.replace("-", " "),
        CODE.replace("-", "\u2013"),
        CODE.replace("-", "") + "....",
    ],
)
@pytest.mark.parametrize("before", ["/vorgang/", "/en/vorgang/", "/Vorgang/", "/vorgang//", "/"])
def test_access_code_is_not_logged_however_it_was_typed(
    client: Client, caplog: pytest.LogCaptureFixture, before: str, typed: str
):
    with caplog.at_level(logging.INFO, "request"):
        for written in (typed, typed.lower()):
            client.get(before + quote(written))

    assert len(logged_paths(caplog)) == 2
    assert [path for path in logged_paths(caplog) if "***" not in path or "PJJM" in path.upper()] == []


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/vorgang/k1-tpwd-g948/antwort", "/vorgang/***/antwort"),
        ("/de/vorgang//K1/TPWD", "/de/vorgang//***/***"),
        ("/en/formular/hund/abcdefghijklmnop/2", "/en/formular/hund/***/***"),
        ("/abfuhrkalender/ABO/abc", "/abfuhrkalender/ABO/***"),
        ("/abfuhrkalender/8B2F9D9C-0000-4000-8000-000000000000", "/abfuhrkalender/***"),
        ("/meine-adresse/8b2f9d9c", "/meine-adresse/***"),
        ("/ausweisstatus/benachrichtigung/abc", "/ausweisstatus/benachrichtigung/***"),
        ("/redaktion/password_reset/confirm/MQ", "/redaktion/password_reset/confirm/***"),
        ("/vorgang/link/gesendet/", "/vorgang/link/gesendet/"),
        ("/formular/hund/", "/formular/hund/"),
        ("/redaktion/snippets/addresses/address/edit/1", "/redaktion/snippets/addresses/address/edit/1"),
    ],
)
def test_what_follows_where_routes_have_secrets_is_not_logged(path: str, logged: str):
    assert loggable_path(path) == logged


def test_lines_of_django_about_a_request_are_masked_as_well():
    request = RequestFactory().get(
        "/redaktion/password_reset/confirm/MQ/d1abc2-0123456789abcdef0123456789abcdef/"
    )
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error: %s", (request.path,), None)
    record.request = request

    assert LoggablePaths().filter(record)
    assert record.getMessage() == "Error: /redaktion/password_reset/confirm/***/***/"


def test_name_that_is_not_ours_fills_no_log(client: Client, caplog: pytest.LogCaptureFixture):
    answer = client.get("/healthz", headers={"host": "boese.example"})

    assert answer.status_code == 400
    assert not logging.getLogger("django.security.DisallowedHost").isEnabledFor(logging.ERROR)
    assert "boese" not in caplog.text
