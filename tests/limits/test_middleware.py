import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.limits.urls")]


@pytest.fixture
def citizen() -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"})


def test_page_says_when_to_come_back_and_keeps_the_input(citizen: Client):
    assert citizen.post("/nachricht/", {"text": "Hallo"}).text == "Danke"

    limited = citizen.post("/nachricht/", {"text": "Noch etwas <b>"})

    assert limited.status_code == 429
    assert 0 < int(limited["Retry-After"]) <= 3601
    assert limited["Cache-Control"] == "no-store"
    assert "Ab " in limited.text and " Uhr nehmen wir wieder welche an" in limited.text
    assert "Noch etwas &lt;b&gt;" in limited.text
    assert not limited.cookies


def test_interface_answers_with_a_problem(citizen: Client):
    citizen.post("/api/v1/nachricht/")

    limited = citizen.post("/api/v1/nachricht/")

    assert limited.status_code == 429
    assert limited["Content-Type"] == "application/problem+json"
    assert limited.json() == {"type": "about:blank", "title": "Too Many Requests", "status": 429}
    assert limited["Retry-After"]


def test_script_that_asks_for_json_gets_a_problem(citizen: Client):
    citizen.post("/nachricht/")

    limited = citizen.post("/nachricht/", headers={"accept": "application/json"})

    assert limited["Content-Type"] == "application/problem+json"
