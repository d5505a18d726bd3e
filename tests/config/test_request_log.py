"""The log shows that something was asked for, never what opens it or who asked."""

import logging
from typing import Any

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
        ("/formular/hund/aB3dE5gH7jK9mN1pQ3/2/", "/formular/hund/***/2/"),
        ("/dienstleistungen/wohnsitz-ummelden/", "/dienstleistungen/wohnsitz-ummelden/"),
        ("/abmelden/kim@beispiel.example/", "/abmelden/***/"),
        ("/abmelden/kim%40beispiel.example", "/abmelden/***"),
        ("/a\nmethod=GET path=/b\x1b[31m\u202e", "/a\\nmethod=GET path=/b\\x1b[31m\\u202e"),
        ("/" + "a-" * 8000, "/" + ("a-" * 8000)[:499]),
    ],
)
def test_path_is_logged_without_what_is_nobodys_business(path: str, logged: str):
    assert loggable_path(path) == logged


def test_lines_of_django_about_a_request_are_masked_as_well():
    request = RequestFactory().get(
        "/redaktion/password_reset/confirm/MQ/d1abc2-0123456789abcdef0123456789abcdef/"
    )
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error: %s", (request.path,), None)
    record.request = request

    assert LoggablePaths().filter(record)
    assert record.getMessage() == "Error: /redaktion/password_reset/confirm/MQ/***/"


def test_name_that_is_not_ours_fills_no_log(client: Client, caplog: pytest.LogCaptureFixture):
    answer = client.get("/healthz", headers={"host": "boese.example"})

    assert answer.status_code == 400
    assert not logging.getLogger("django.security.DisallowedHost").isEnabledFor(logging.ERROR)
    assert "boese" not in caplog.text
