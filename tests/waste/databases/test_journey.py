"""The citizen's side on SQLite and on PostgreSQL, where prepared queries and types differ."""

import json

from tests.real_processes import Processes


def asked(city: Processes, scenario: str) -> list:
    return json.loads(city.run(scenario).splitlines()[-1])


def test_an_address_is_found_as_people_type_it(city: Processes) -> None:
    found, proposed = asked(city, "find")

    right = ("ostanlage 5", "ostanl 5", "Ost-Anlage 5", "ostanlge 5")
    assert {found.pop(text) for text in right} == {"Ostanlage 5"}
    assert found == {"ostanlage 7a": "Ostanlage 7 a", "ostanlage": 200, "nirgends 1": 422} and proposed == 1


def test_dates_are_read_on_every_way_and_nothing_is_sent_twice(city: Processes) -> None:
    assert asked(city, "read_dates") == [[True, True, True], 1, True, ["304 Not Modified"]]


def test_a_reminder_is_asked_for_confirmed_and_ended(city: Processes) -> None:
    assert asked(city, "be_reminded") == [200, 200, True, 200, 0]
