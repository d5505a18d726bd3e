"""A form that a department built takes the place of the simple one of the site, while it is published."""

import pytest
from django.test import Client

from servicefinder.forms.models import FormPage
from tests.factories.catalogue import DepartmentPageFactory, publish
from tests.factories.form_pages import form_draft

pytestmark = pytest.mark.django_db
SIMPLE = "/barrierefreiheit/melden/"


@pytest.fixture
def page() -> FormPage:
    return form_draft(DepartmentPageFactory(title="Hauptamt"))


def leads_to(client: Client, path: str) -> str:
    return str(client.get(path).headers.get("Location", ""))


def test_the_simple_form_leads_to_the_one_that_replaces_it(client: Client, page: FormPage) -> None:
    published = publish(page)
    assert leads_to(client, SIMPLE) == ""

    published = publish(published, replaces="barrier")
    assert leads_to(client, SIMPLE) == "/formular/hund-anmelden/"
    assert leads_to(client, f"{SIMPLE}?seite=/dienste/") == (
        "/formular/hund-anmelden/?seite=http%3A%2F%2F127.0.0.1%3A8000%2Fdienste%2F"
    )

    FormPage.objects.get().unpublish()
    assert client.get(SIMPLE).status_code == 200


def test_in_another_language_only_where_the_form_speaks_it(client: Client, page: FormPage) -> None:
    publish(page, replaces="barrier")
    assert leads_to(client, f"/en{SIMPLE}") == ""

    publish(page, replaces="barrier", english_texts={"Hund anmelden": "Register a dog"})

    assert leads_to(client, f"/en{SIMPLE}") == "/en/formular/hund-anmelden/"
    assert leads_to(client, f"/leichte-sprache{SIMPLE}") == ""


def test_what_was_being_written_meanwhile_is_still_taken(client: Client, page: FormPage) -> None:
    publish(page, replaces="barrier")

    answer = client.post(SIMPLE, {"text": ""}, headers={"Sec-Fetch-Site": "same-origin"})

    assert answer.status_code == 422
