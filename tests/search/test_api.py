import json

import pytest

from search.api import BadParameter, SearchUnavailable, search_as_json
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def test_answer_has_the_agreed_shape(city: ListedDocuments) -> None:
    answer = json.loads(json.dumps(search_as_json("Reisepas Foto")))

    assert set(answer) == {"query", "corrected", "total", "results"}
    assert (answer["query"], answer["corrected"], answer["total"]) == ("Reisepas Foto", "Reisepass Foto", 1)
    assert answer["results"][0] == {
        "type": "service",
        "id": "1",
        "title": "Reisepass beantragen",
        "url": "/dienstleistungen/1/",
        "snippet": (
            "Sie brauchen ein biometrisches <mark>Foto</mark>. Der Express-Pass ist in drei Werktagen fertig."
        ),
        "leika": ["99085001012000"],
        "department": "Bürgeramt",
        "status": "normal",
        "score": answer["results"][0]["score"],
    }


def test_type_and_paging(city: ListedDocuments) -> None:
    answer = search_as_json("Reisepass", type="news", page=1, size=1)

    assert (answer["total"], [result["type"] for result in answer["results"]]) == (1, ["news"])


@pytest.mark.parametrize(
    ("parameters", "name"),
    [({"page": 0}, "page"), ({"page": -1}, "page"), ({"size": 0}, "size"), ({"size": 100_000}, "size")]
    + [({"page": 11, "size": 100}, "page")],
)
def test_senseless_paging_is_refused_by_name(
    city: ListedDocuments, parameters: dict[str, int], name: str
) -> None:
    with pytest.raises(BadParameter) as error:
        search_as_json("Reisepass", **parameters)

    assert error.value.name == name


def test_missing_index_is_said(things: ListedDocuments) -> None:
    with pytest.raises(SearchUnavailable):
        search_as_json("Reisepass")
