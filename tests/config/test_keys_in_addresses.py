import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from home.models.base import forget_language_codes
from tests.factories.catalogue import home_page

pytestmark = pytest.mark.django_db

NOBODY = "00000000-0000-0000-0000-000000000000"
TOO_LARGE = str(2**63)


@pytest.fixture
def staff() -> Client:
    forget_language_codes()
    home_page()
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("redaktion", "redaktion@stadt.example"))
    return client


@pytest.mark.parametrize(
    "address",
    [
        "formulare/neu/{}/",
        "formulare/{}/json/",
        "formulare/{}/ausprobieren/",
        "aemter/{}/zusammenlegen/",
        "pages/{}/edit/",
        "pages/{}/revisions/compare/live...latest/",
        "snippets/addresses/street/edit/{}/",
        "images/{}/",
    ],
)
@pytest.mark.parametrize("digits", [20, 25, 4301])
def test_number_that_no_key_reaches_is_not_found(staff: Client, address: str, digits: int):
    assert staff.get(f"/redaktion/{address.format('9' * digits)}").status_code == 404


@pytest.mark.parametrize("digits", [1, 18, 20, 4301])
def test_nor_is_it_an_error_for_the_public(client: Client, digits: int):
    forget_language_codes()
    home_page()

    assert client.get(f"/dokumente/{'9' * digits}/x").status_code == 404


@pytest.mark.parametrize(
    "chooser", ["service_chooser", "office_chooser", "snippets/choose/addresses/address"]
)
@pytest.mark.parametrize("key", ["1", "x", TOO_LARGE, "9" * 5000])
def test_chooser_does_not_find_what_is_no_key(staff: Client, chooser: str, key: str):
    assert staff.get(f"/redaktion/{chooser}/chosen/{key}/").status_code == 404
    assert staff.get(f"/redaktion/{chooser}/chosen-multiple/", {"id": [NOBODY, key]}).status_code == 404


@pytest.mark.parametrize("chooser", ["images/chooser", "snippets/choose/addresses/street", "choose-page"])
@pytest.mark.parametrize("key", [NOBODY, TOO_LARGE, "9" * 5000])
def test_chooser_of_numbered_things_does_neither(staff: Client, chooser: str, key: str):
    assert staff.get(f"/redaktion/{chooser}/chosen-multiple/", {"id": ["1", key]}).status_code == 404
