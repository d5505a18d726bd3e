"""Strangers send little; what is more is refused before it is read or taken apart."""

from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config.middleware.body_limits import BODY_LIMIT_BYTES, FIELDS_LIMIT, UPLOAD_LIMIT_BYTES
from config.urls import urlpatterns as site_patterns

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def count(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.POST)))


count.csrf_exempt = True
urlpatterns = [
    path("formular/", count),
    path("formular/hund/K1geheim0/nachweis/", count),
    path("redaktion/formular/", count),
    *site_patterns,
]


class Unread(BytesIO):
    def read(self, *args: Any) -> bytes:
        raise AssertionError("the body was read")


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("redaktion"))
    return client


@pytest.mark.parametrize("address", ["/formular/", "/redaktion/formular/", "/redaktion/login/"])
def test_large_body_is_refused_by_its_announced_length(client: Client, address: str):
    announced = {"wsgi.input": Unread(), "CONTENT_LENGTH": str(BODY_LIMIT_BYTES + 1)}

    assert client.post(address, b"a=b", content_type=FORM, **announced).status_code == 413


def test_people_who_are_signed_in_send_more(editor: Client):
    body = "&".join(f"feld{n}={'x' * 200}" for n in range(8000))

    answer = editor.post("/redaktion/formular/", body, content_type=FORM)

    assert len(body) > BODY_LIMIT_BYTES
    assert answer.text == "8000"
    assert editor.post("/formular/", body, content_type=FORM).status_code == 413


def test_form_of_many_fields_is_refused(client: Client):
    fields = {f"feld{n}": "x" for n in range(FIELDS_LIMIT)}

    assert client.post("/formular/", fields).text == str(FIELDS_LIMIT)
    assert client.post("/formular/", fields | {"a": "b"}).status_code == 400
    assert client.post("/formular/", "a&" * (FIELDS_LIMIT + 1), content_type=FORM).status_code == 400


def test_what_is_no_form_has_no_fields(client: Client):
    assert client.post("/formular/", {"text": "a & b"}, content_type="application/json").text == "0"


def test_files_behind_a_secret_link_may_be_larger(client: Client):
    photograph = SimpleUploadedFile("foto.jpg", b"x" * (BODY_LIMIT_BYTES + 1))
    address = "/formular/hund/K1geheim0/nachweis/"
    announced = {"wsgi.input": Unread(), "CONTENT_LENGTH": str(UPLOAD_LIMIT_BYTES + 1)}

    assert client.post(address, {"foto": photograph, "text": "a"}).text == "1"
    assert client.post(address, "a" * (BODY_LIMIT_BYTES + 1), content_type=FORM).status_code == 413
    assert client.post(address, b"", content_type=f"{MULTIPART}; boundary=x", **announced).status_code == 413
