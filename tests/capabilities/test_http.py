import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from capabilities.http import cookieless_post, is_same_origin, posted
from capabilities.registries import PublicPages
from tests.factories.capabilities import aged_ticket

DATA = {"text": 'Hallo <script>alert("x")</script>', "kreuz": ["a", "b"]}


def post(**headers: str) -> HttpRequest:
    return RequestFactory().post(
        "/nachricht/", DATA, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


@pytest.mark.parametrize(
    ("headers", "accepted"),
    [
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "same-origin", "origin": "null"}, True),  # Referrer-Policy: no-referrer
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "same-site"}, False),
        ({"sec_fetch_site": "none"}, False),
        ({"sec_fetch_site": "cross-site", "origin": "http://testserver"}, False),
        ({"origin": "http://testserver"}, True),
        ({"origin": "https://stadt.example"}, True),
        ({"origin": "https://stadt.example.evil.example"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": ""}, False),
        ({}, False),
    ],
)
def test_only_our_own_pages_may_post(settings, headers: dict[str, str], accepted: bool):
    settings.BASE_URL = "https://stadt.example"

    assert is_same_origin(post(**headers)) is accepted


def test_reading_needs_no_origin():
    view = cookieless_post(lambda request: HttpResponse("Formular"))

    assert view(RequestFactory().get("/nachricht/")).content == b"Formular"


@pytest.mark.django_db
@pytest.mark.urls("tests.capabilities.urls")
def test_refused_input_is_shown_and_can_be_sent_from_there():
    stranger = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "cross-site"})
    ticket = aged_ticket("message")

    refused = stranger.post("/nachricht/", DATA | {"ticket": ticket})

    assert refused.status_code == 403
    assert refused["Cache-Control"] == "no-store"
    assert "Bitte noch einmal absenden" in refused.text
    assert "Hallo &lt;script&gt;" in refused.text
    assert refused.text.count('name="kreuz"') == 2
    assert f'type="hidden" name="ticket" value="{ticket}"' in refused.text
    assert not refused.cookies


@pytest.mark.django_db
@pytest.mark.urls("tests.capabilities.urls")
def test_refusal_says_that_files_must_be_chosen_again():
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.7")

    refused = Client().post("/nachricht/", {"text": "Hallo", "anhang": file})

    assert "Ihre Dateien wählen Sie bitte" in refused.text


def test_registered_renderer_shows_the_page():
    pages = PublicPages()
    pages.register(
        lambda request, template, context=None, *, status=200: HttpResponse(template, status=status)
    )

    response = pages.render(RequestFactory().get("/"), "a.html", {}, status=403)

    assert (response.status_code, response.content) == (403, b"a.html")


def test_neither_passwords_nor_tokens_are_shown_again():
    data = {"name": "Kim", "password": "geheim", "password1": "geheim", "csrfmiddlewaretoken": "geheim"}

    assert posted(RequestFactory().post("/nachricht/", data))["entries"] == [("name", "Kim")]


def test_nothing_of_the_back_office_is_shown_again():
    request = RequestFactory().post("/redaktion/login/", {"username": "redaktion"})

    assert posted(request) == {"entries": [], "files": False}


@pytest.mark.parametrize("data", [{f"feld{n}": "x" for n in range(31)}, {"text": "ü" * 10_001}])
def test_more_than_a_citizen_writes_is_not_shown_in_part(data: dict[str, str]):
    assert posted(RequestFactory().post("/nachricht/", data))["entries"] == []
