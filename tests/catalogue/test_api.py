import json
import uuid
from datetime import date
from typing import Any
from unittest import mock

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.api import SearchUnavailable
from servicefinder.catalogue.api import schemas
from servicefinder.catalogue.api.twins import EDITORIAL_FIELDS
from servicefinder.catalogue.models import PublishedService
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
    publish,
    translate,
)

pytestmark = pytest.mark.django_db
API = "/api/v1"


def titles(client: Client, query: str = "") -> list[str]:
    return [entry["title"] for entry in client.get(f"{API}/services{query}").json()["results"]]


def assert_problem(response: Any, status: int) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(response.content)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert (body["type"], body["status"]) == ("about:blank", status)
    assert body["title"] and body["detail"]
    return body


def test_a_list_has_total_page_size_and_results(client: Client) -> None:
    for number in range(5):
        ServicePageFactory(title=f"Dienst {number}")

    answer = client.get(f"{API}/services?page=2&size=2").json()

    assert (answer["total"], answer["page"], answer["size"]) == (5, 2, 2)
    assert [entry["title"] for entry in answer["results"]] == ["Dienst 2", "Dienst 3"]
    assert set(answer) == {"total", "page", "size", "results"}


def test_a_page_after_the_last_is_empty(client: Client) -> None:
    ServicePageFactory()

    answer = client.get(f"{API}/services?page=9").json()

    assert (answer["total"], answer["results"]) == (1, [])


def test_an_entry_of_the_list_leads_to_the_whole(client: Client) -> None:
    service = ServicePageFactory(title="Pass", slug="pass", whole=True)

    (entry,) = client.get(f"{API}/services").json()["results"]

    assert entry["id"] == str(service.service_id)
    assert (entry["url"], entry["online"], entry["free"], entry["status"]) == (
        *("/dienstleistungen/pass/", True, False, "normal"),
    )
    assert entry["leika"] == ["99085001012000"]
    assert client.get(entry["href"]).json()["title"] == "Pass"


def test_the_twin_is_the_stored_document_and_fits_its_description(client: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    service = ServicePageFactory(
        title="Pass",
        parent=department,
        whole=True,
        at_offices=[OfficePageFactory(parent=department)],
        with_contacts=[ContactPersonPageFactory(parent=department)],
        related_to=[ServicePageFactory(parent=department)],
        in_situations=[LifeSituationFactory()],
    )

    response = client.get(f"{API}/services/{service.service_id}")

    assert response.headers["Content-Type"] == "application/json; charset=utf-8"
    stored = PublishedService.objects.get(service=service.service_id).document
    assert response.json() == {name: stored[name] for name in stored.keys() - EDITORIAL_FIELDS}
    schemas.Service.model_validate(response.json())


def test_what_is_only_for_editors_is_not_told(client: Client) -> None:
    service = ServicePageFactory(search_terms="Klüngel", demand=4, review_due=date(2027, 1, 5))

    told = client.get(f"{API}/services/{service.service_id}")

    assert "Klüngel" not in told.text
    assert not {"search_terms", "demand", "review_due"} & told.json().keys()
    assert "Klüngel" in PublishedService.objects.get(service=service.service_id).document["search_terms"]


@pytest.mark.parametrize("parameter", ["letter", "life_situation", "leika"])
@pytest.mark.parametrize("value", ["%00", "a%00b", "x" * 101])
def test_word_that_no_database_takes_is_refused(client: Client, parameter: str, value: str) -> None:
    body = assert_problem(client.get(f"{API}/services?{parameter}={value}"), 422)

    assert body["errors"][0]["parameter"] == parameter


def test_offices_and_departments_fit_their_descriptions(client: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    below = DepartmentPageFactory(title="Standesamt", slug="standesamt", parent=department)
    ContactPersonPageFactory(parent=below)
    office = OfficePageFactory(title="Rathaus", parent=below, open=True)

    one_office = client.get(f"{API}/offices/{office.office_id}").json()
    one_department = client.get(f"{API}/departments/{below.department_id}").json()

    schemas.Office.model_validate(one_office)
    schemas.Department.model_validate(one_department)
    assert client.get(f"{API}/offices").json()["results"] == [one_office]
    assert client.get(f"{API}/departments").json()["total"] == 2
    assert [entry["name"] for entry in one_department["path"]] == ["Bürgeramt"]


def test_life_situations_lead_to_their_services(client: Client) -> None:
    travel = LifeSituationFactory(title="Reisen", slug="reisen")
    LifeSituationFactory(title="Leer", slug="leer")
    ServicePageFactory(title="Pass", in_situations=[travel])
    ServicePageFactory(title="Wohngeld")

    answer = client.get(f"{API}/life-situations").json()

    assert [entry["title"] for entry in answer["results"]] == ["Reisen"]
    (entry,) = answer["results"]
    assert client.get(f"{API}/life-situations/{entry['id']}").json() == entry
    assert [each["title"] for each in client.get(entry["services"]).json()["results"]] == ["Pass"]


def test_filters_narrow_the_services(client: Client) -> None:
    above = DepartmentPageFactory(title="Ordnungsamt", slug="ordnungsamt")
    below = DepartmentPageFactory(title="Straßenverkehrsamt", slug="strassenverkehrsamt", parent=above)
    ServicePageFactory(title="Auto", parent=below, free=True)
    ServicePageFactory(title="Gewerbe", parent=above, for_citizens=False, for_businesses=True)
    ServicePageFactory(title="Pass", whole=True)

    assert titles(client, "?letter=a") == ["Auto"]
    assert titles(client, f"?department={above.department_id}") == ["Auto", "Gewerbe"]
    assert titles(client, "?audience=business") == ["Gewerbe"]
    assert titles(client, "?online=true") == ["Pass"]
    assert titles(client, "?free=true") == ["Auto"]
    assert titles(client, "?leika=99085001012000") == ["Pass"]
    assert titles(client, "?free=true&audience=business") == []


def test_each_language_has_its_own_texts(client: Client) -> None:
    service = ServicePageFactory(title="Pass")
    translate(service, "en", title="Passport", slug="passport")

    assert titles(client, "?language=en") == ["Passport"]
    assert client.get(f"{API}/services/{service.service_id}?language=en").json()["title"] == "Passport"
    assert client.get(f"{API}/services/{service.service_id}").json()["title"] == "Pass"


def test_who_has_the_answer_gets_304_until_it_changes(client: Client) -> None:
    service = ServicePageFactory(title="Pass")
    address = f"{API}/services/{service.service_id}"
    first = client.get(address)
    etag = first.headers["ETag"]

    again = client.get(address, headers={"If-None-Match": etag})
    publish(service, title="Reisepass")
    changed = client.get(address, headers={"If-None-Match": etag})

    assert etag.startswith('"')
    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    assert changed.headers["ETag"] != etag
    assert changed.json()["title"] == "Reisepass"


@pytest.mark.parametrize("address", ["services", "offices", "departments", "life-situations", "openapi.json"])
def test_lists_and_description_answer_304_too(client: Client, address: str) -> None:
    etag = client.get(f"{API}/{address}").headers["ETag"]

    assert client.get(f"{API}/{address}", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    "address",
    [
        f"services/{uuid.UUID(int=7)}",
        f"offices/{uuid.UUID(int=7)}",
        f"departments/{uuid.UUID(int=7)}",
        f"life-situations/{uuid.UUID(int=7)}",
        "services/keine-kennung",
        "gibtesnicht",
        "services/",
    ],
)
def test_what_is_not_there_is_a_problem_404(client: Client, address: str) -> None:
    body = assert_problem(client.get(f"{API}/{address}"), 404)

    assert body["instance"] == f"{API}/{address}"


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("services?page=0", "page"),
        ("services?page=zwei", "page"),
        ("services?size=101", "size"),
        ("services?size=0", "size"),
        ("services?language=fr", "language"),
        ("services?audience=alle", "audience"),
        ("services?department=amt", "department"),
        ("offices?size=5000", "size"),
        ("search?q=pass&size=101", "size"),
    ],
)
def test_a_parameter_that_makes_no_sense_is_a_problem_422(client: Client, query: str, parameter: str) -> None:
    body = assert_problem(client.get(f"{API}/{query}"), 422)

    assert [error["parameter"] for error in body["errors"]] == [parameter]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["services", "gibtesnicht", "openapi.json"])
def test_writing_is_a_problem_405(client: Client, method: str, address: str) -> None:
    response = getattr(client, method)(f"{API}/{address}")

    assert_problem(response, 405)
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_an_error_of_ours_is_a_problem_500_without_details(client: Client) -> None:
    with mock.patch("servicefinder.catalogue.api.services.page_of", side_effect=RuntimeError("Geheimnis")):
        response = client.get(f"{API}/services")

    assert "Geheimnis" not in json.dumps(assert_problem(response, 500))


def test_a_search_without_index_is_a_problem_503(client: Client) -> None:
    target = "servicefinder.catalogue.api.searching.search_as_json"
    with mock.patch(target, side_effect=SearchUnavailable("not ready")):
        response = client.get(f"{API}/search?q=pass")

    assert_problem(response, 503)
    assert response.headers["Retry-After"] == "30"


def test_everybodys_programs_may_read(client: Client) -> None:
    ServicePageFactory()

    answer = client.get(f"{API}/services", headers={"Origin": "https://anderswo.example"})
    asked = client.options(
        f"{API}/services",
        headers={"Origin": "https://anderswo.example", "Access-Control-Request-Method": "GET"},
    )
    missing = client.get(f"{API}/nichts")

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert missing.headers["Access-Control-Allow-Origin"] == "*"
    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_head_has_the_headers_of_get_and_no_body(client: Client) -> None:
    service = ServicePageFactory()
    address = f"{API}/services/{service.service_id}"

    get, head = client.get(address), client.head(address)

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["ETag"] == get.headers["ETag"]
    assert head.headers["Content-Length"] == str(len(get.content))


def test_no_answer_sets_a_cookie(client: Client) -> None:
    for address in ("services", "openapi.json", "search?q=pass", "nichts", ""):
        assert client.get(f"{API}/{address}").cookies == {}


def test_the_description_is_openapi_3_and_names_every_address(client: Client) -> None:
    description = client.get(f"{API}/openapi.json").json()

    assert description["openapi"].startswith("3.")
    assert set(description["paths"]) == {
        *(f"{API}/services", f"{API}/services/{{service_id}}"),
        f"{API}/addresses",
        f"{API}/waste/dates",
        *(f"{API}/offices", f"{API}/offices/{{office_id}}"),
        *(f"{API}/departments", f"{API}/departments/{{department_id}}"),
        *(f"{API}/life-situations", f"{API}/life-situations/{{situation_id}}"),
        f"{API}/search",
    }
    sizes = [
        parameter["schema"]
        for parameter in description["paths"][f"{API}/services"]["get"]["parameters"]
        if parameter["name"] == "size"
    ]
    assert (sizes[0]["minimum"], sizes[0]["maximum"]) == (1, 100)


def test_the_way_in_names_all_lists(client: Client) -> None:
    index = client.get(f"{API}/").json()

    assert set(index) == {"services", "offices", "departments", "life_situations", "search", "openapi"}
    assert all(client.get(address).status_code in (200, 503) for address in index.values())


def test_a_twin_takes_one_query_and_a_list_two_whatever_its_length(client: Client) -> None:
    service = ServicePageFactory()
    client.get(f"{API}/services")
    with CaptureQueriesContext(connection) as twin:
        client.get(f"{API}/services/{service.service_id}")
    with CaptureQueriesContext(connection) as short:
        client.get(f"{API}/services")
    for _ in range(10):
        ServicePageFactory()
    with CaptureQueriesContext(connection) as long:
        client.get(f"{API}/services")

    assert len(twin) == 1
    assert len(short) == len(long) == 2
