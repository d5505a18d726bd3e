"""What is sent is received as a whole before it makes others wait for the database."""

from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from config.middleware.backoffice import BackofficeMiddleware
from config.urls import urlpatterns as site_patterns

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=rand"
SENT = {
    FORM: b"title=Reisepass",
    MULTIPART: b'--rand\r\nContent-Disposition: form-data; name="title"\r\n\r\nReisepass\r\n--rand--\r\n',
    "application/json": b'{"title": "Reisepass"}',
}


def connection() -> BaseDatabaseWrapper:
    return connections[DEFAULT_DB_ALIAS]


def answer_with_depth(request: Any) -> HttpResponse:
    """How many transactions are open while the view runs."""
    return HttpResponse(str(len(connection().atomic_blocks)))


urlpatterns = [path("redaktion/probe/", answer_with_depth), *site_patterns]


class Watched(BytesIO):
    """A body that notes under how many open transactions it is read."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.depths: set[int] = set()

    def read(self, *args: Any) -> bytes:
        self.depths.add(len(connection().atomic_blocks))
        return super().read(*args)

    def readline(self, *args: Any) -> bytes:
        self.depths.add(len(connection().atomic_blocks))
        return super().readline(*args)


def send(client: Client, address: str, content_type: str = FORM) -> tuple[Any, Watched]:
    body = Watched(SENT[content_type])
    extra = {"wsgi.input": body, "CONTENT_LENGTH": str(len(SENT[content_type]))}
    headers = {"sec-fetch-site": "same-origin"}
    answer = client.post(address, SENT[content_type], content_type=content_type, headers=headers, **extra)
    return answer, body


@pytest.fixture
def outside() -> int:
    """Transactions that the test itself has open."""
    return len(connection().atomic_blocks)


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("redaktion"))
    return client


@pytest.mark.parametrize("content_type", SENT)
def test_back_office_receives_before_its_transaction_begins(editor: Client, outside: int, content_type: str):
    answer, body = send(editor, "/redaktion/probe/", content_type)

    assert answer.text == str(outside + 1)
    assert body.depths == {outside}


@pytest.mark.parametrize("address", ["/redaktion/login/", "/redaktion/password_reset/", "/redaktion/pages/"])
def test_nobody_in_particular_opens_a_transaction(client: Client, outside: int, address: str):
    _, body = send(client, address)

    assert body.depths <= {outside}


def test_view_for_strangers_runs_outside(client: Client, outside: int):
    assert send(client, "/redaktion/probe/")[0].text == str(outside)


def test_form_for_citizens_is_received_before_its_transaction_begins(client: Client, outside: int):
    answer, body = send(client, "/kontakt/")

    assert answer.status_code == 422
    assert body.depths == {outside}


def test_what_failed_is_rolled_back(editor: Client):
    def failing(request: Any) -> HttpResponse:
        get_user_model().objects.create_user("halb")
        return HttpResponse(status=500)

    request = RequestFactory().post("/redaktion/probe/")
    request.user = get_user_model().objects.get()

    assert BackofficeMiddleware(failing)(request).status_code == 500
    assert not get_user_model().objects.filter(username="halb").exists()


def test_client_that_goes_away_in_the_middle_is_no_error_of_ours(editor: Client):
    class Broken(BytesIO):
        def read(self, *args: Any) -> bytes:
            raise OSError("connection reset")

    request = RequestFactory().post("/redaktion/probe/", b"a=b", content_type=FORM)
    request._stream = Broken()
    request.user = get_user_model().objects.get()

    assert BackofficeMiddleware(answer_with_depth)(request).status_code == 400
