"""Role × route beside `cases_work`: requests of persons, deliveries, the citizen's pages."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from servicefinder.cases.admin_urls_data import urlpatterns as data_patterns
from servicefinder.cases.domain.erasure_requests import request_erasure
from servicefinder.cases.enums import DeliveryState
from servicefinder.cases.models import Case, Delivery
from servicefinder.cases.urls import urlpatterns as public_patterns
from tests.cases.backoffice.conftest import House
from tests.cases.backoffice.test_who_reaches_what import METHOD_REFUSED, client_of, outcome

DATA = {pattern.name: pattern for pattern in data_patterns}
# For all who work cases; everything else is for heads.
OF_WORKERS = {"cases_deliveries", "cases_retry_delivery"}
WITH_TOKEN = [pattern for pattern in public_patterns if "token" in pattern.pattern.converters]


def places(house: House, case: Case) -> dict[str, str]:
    """By name; each row in an address is of our department."""
    request = request_erasure(case, "unlawful", house.people["ours-head"])
    delivery = Delivery.objects.create(case=case, target="demo", state=DeliveryState.STUCK)
    rows: dict[str, dict[str, Any]] = {
        "cases_ask_erasure": {"case_id": case.pk},
        "cases_decide_erasure": {"pk": request.pk},
        "cases_retry_delivery": {"pk": delivery.pk},
    }
    return {name: reverse(name, kwargs=rows.get(name)) for name in DATA}


def expected(role: str, name: str) -> str:
    if role == "nobody":
        return "login"
    if role == "administrator" or (role == "ours-author" and name not in OF_WORKERS):
        return "home"
    return "404" if DATA[name].pattern.converters and role.startswith("theirs") else "in"


@pytest.mark.parametrize("role", ["nobody", "administrator", "ours-author", "ours-head", "theirs-head"])
def test_everybody_gets_exactly_as_far_as_allowed(house: House, role: str) -> None:
    addresses = places(house, house.case())
    client = client_of(house, role, Case.objects.get())

    for name, address in addresses.items():
        got = {outcome(client.get(address)), outcome(client.post(address))}
        assert got - {METHOD_REFUSED} <= {expected(role, name)}, (role, name, got)


@pytest.mark.parametrize("pattern", WITH_TOKEN, ids=lambda pattern: pattern.name)
def test_no_page_of_a_case_opens_without_its_secret(house: House, pattern: Any) -> None:
    """Not even for those who work it, and without a cookie."""
    house.case()
    others = {"document": uuid4()} if "document" in pattern.pattern.converters else {}
    address = reverse(pattern.name, kwargs={"token": "K1" + "A" * 43, **others})

    for client in (Client(headers={"Sec-Fetch-Site": "same-origin"}), house.client("ours-head")):
        for response in (
            client.get(address),
            client.post(address, headers={"Sec-Fetch-Site": "same-origin"}),
        ):
            assert response.status_code == 404
            assert Case.objects.get().reference not in response.content.decode()
            assert not response.cookies
