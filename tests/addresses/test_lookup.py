"""What people type leads to the house that they mean."""

import pytest
from django.test import Client

from servicefinder.addresses.domain.lookup import houses_for, meant
from tests.factories import addresses as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> None:
    made.houses("Ostanlage", "1", "5", "5a", "7")
    made.houses("Ostring", "1", "3")
    made.houses("Müllerstraße", "1", "12")
    made.houses("Clara-Schumann-Straße", "1", "8")
    made.houses("An der Alten Brücke", "1", "2")
    made.houses("Beethovenstraße", "1", "9")
    made.houses("Straße des 17. Juni", "1", "4")
    made.houses("St.-Georg-Platz", "1")


def found(text: str) -> list[str]:
    return [str(house) for house in houses_for(text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ostanl 5a", ["Ostanlage 5 a"]),
        ("Ostanlage 5A", ["Ostanlage 5 a"]),
        ("OSTANLAGE   7", ["Ostanlage 7"]),
        ("ostanlage 5", ["Ostanlage 5", "Ostanlage 5 a"]),
        ("Muellerstr. 12", ["Müllerstraße 12"]),
        ("Müller Strasse 12", ["Müllerstraße 12"]),
        ("müller-str 12", ["Müllerstraße 12"]),
        ("Clara Schumann Str 8", ["Clara-Schumann-Straße 8"]),
        ("schumannstr 8", ["Clara-Schumann-Straße 8"]),
        ("Alte Brücke 2", ["An der Alten Brücke 2"]),
        ("Sankt Georg Pl. 1", ["St.-Georg-Platz 1"]),
        ("Straße des 17. Juni 4", ["Straße des 17. Juni 4"]),
        ("Ostanlage 7, 35990 Auenstadt", ["Ostanlage 7"]),
        ("Ostanlage 7-9", ["Ostanlage 7"]),
        # One letter too much, too few, wrong, swapped; late in the name; by ear.
        ("Osttanlage 7", ["Ostanlage 7"]),
        ("Otanlage 7", ["Ostanlage 7"]),
        ("Ostenlage 7", ["Ostanlage 7"]),
        ("Osatnlage 7", ["Ostanlage 7"]),
        ("Clara-Schuhmann-Str. 8", ["Clara-Schumann-Straße 8"]),
        ("Betofenstr 9", ["Beethovenstraße 9"]),
        ("Ostanlage 99", []),
        ("Nirgendweg 3", []),
        ("5", []),
        ("", []),
        ("\x00", []),
        ("%_' OR 1=1 --", []),
    ],
)
def test_typed(city: None, typed: str, meant: list[str]) -> None:
    assert found(typed) == meant


def test_without_a_number_streets_come_with_their_first_house_and_one_street_with_all(city: None) -> None:
    assert found("ost") == ["Ostanlage 1", "Ostring 1"]
    assert found("ostan") == ["Ostanlage 1", "Ostanlage 5", "Ostanlage 5 a", "Ostanlage 7"]
    assert found("straße des 17. juni") == ["Straße des 17. Juni 1", "Straße des 17. Juni 4"]


def test_a_house_typed_in_full_is_the_one(city: None) -> None:
    assert [str(house) for house in meant("Ostanlage 5")] == ["Ostanlage 5"]
    assert [str(house) for house in meant("Ostanl 5")] == ["Ostanlage 5", "Ostanlage 5 a"]


def test_a_renamed_street_is_found_by_its_new_name_alone(city: None) -> None:
    street = made.street("Ostring")
    street.name = "Willy-Brandt-Ring"
    street.save()

    assert found("ostring 3") == []
    assert found("brandt ring 3") == ["Willy-Brandt-Ring 3"]


@pytest.mark.parametrize("more", [0, 60])
@pytest.mark.parametrize(("typed", "queries"), [("ostanl 5a", 1), ("Osatnlage 7", 6), ("Nirgendweg 3", 5)])
def test_queries_do_not_grow_with_the_streets(  # type: ignore[no-untyped-def]
    city: None, more: int, typed: str, queries: int, django_assert_max_num_queries
) -> None:
    for number in range(more):
        made.houses(f"Osterweg {'abcdefghij'[number % 10]}{'klmnop'[number // 10]}", "1", "5")
    houses_for(typed)

    with django_assert_max_num_queries(queries):
        houses_for(typed)


class TestApi:
    def test_answers_in_the_shape_that_was_promised(self, city: None, client: Client) -> None:
        house = made.houses("Am Wehr", "3b", part="Auwiesen", latitude=50.57, longitude=8.69)[0]

        answer = client.get("/api/v1/addresses", {"q": "am wehr 3b"})

        assert answer.json() == {
            "results": [
                {
                    "id": str(house.pk),
                    "street": "Am Wehr",
                    "number": "3 b",
                    "postcode": "35990",
                    "district": "Auwiesen",
                    "lat": 50.57,
                    "lon": 8.69,
                }
            ]
        }
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.cookies

    def test_is_limited(self, city: None, client: Client) -> None:
        answer = client.get("/api/v1/addresses", {"q": "ost", "limit": "1"})

        assert [each["street"] for each in answer.json()["results"]] == ["Ostanlage"]

    @pytest.mark.parametrize(
        "query", [{}, {"q": ""}, {"q": "x" * 201}, {"q": "a\x00"}, {"q": "ost", "limit": "13"}]
    )
    def test_refuses_what_makes_no_sense(self, client: Client, query: dict[str, str]) -> None:
        answer = client.get("/api/v1/addresses", query)

        assert answer.status_code == 422
        assert answer["Content-Type"] == "application/problem+json"

    def test_is_described(self, client: Client) -> None:
        described = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/addresses"]["get"]

        assert {each["name"] for each in described["parameters"]} == {"q", "limit"}
