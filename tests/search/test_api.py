import json
from pathlib import Path

import pytest
from django.db import DatabaseError

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


def test_limited_answer_says_so_and_is_the_same_otherwise(city: ListedDocuments, index_dir: Path) -> None:
    whole = search_as_json("Reisepass beantragen")

    (index_dir / "current").unlink()
    limited = search_as_json("Reisepass beantragen")

    assert limited.pop("limited") is True
    assert (limited.keys(), limited["results"][0].keys()) == (whole.keys(), whole["results"][0].keys())
    assert limited["results"][0]["id"] == whole["results"][0]["id"]


def test_no_answer_at_all_is_said(things: ListedDocuments, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(question: object) -> None:
        raise DatabaseError("server closed the connection")

    monkeypatch.setattr("search.domain.limited.search_names", gone)

    with pytest.raises(SearchUnavailable):
        search_as_json("Reisepass")
