"""Services without a LeiKa key, and the objects that their names stand for."""

import pytest

from search.vocabulary.linking import linked_objects

RESIDENCE_PERMIT = "99010001"
RESIDENCE = "99115005"
LOST_PROPERTY = "99089017"


@pytest.mark.parametrize(
    ("title", "names", "expected"),
    [
        ("Wohnsitzanmeldung für Familien", (), RESIDENCE),  # A compound is taken apart.
        ("Aufenthaltserlaubnis – Nachhaltige Integration", (), RESIDENCE_PERMIT),  # The name stands in it.
        ("Fahrrad als Finder abholen", ("Fundsache", "Finderlohn", "Fundbüro"), LOST_PROPERTY),
    ],
)
def test_the_object_that_is_meant(title: str, names: tuple[str, ...], expected: str) -> None:
    assert linked_objects(title, names) == [expected]


@pytest.mark.parametrize(
    "title", ["", "???", "Shortlane 15 min", "Beratung allgemein", "Führungen durch die Ausstellung"]
)
def test_better_none_than_a_wrong_one(title: str) -> None:
    assert linked_objects(title, ()) == []


def test_a_hundred_names_cost_no_more_than_a_few() -> None:
    assert linked_objects("Hundesteuer", [f"Name {number}" for number in range(100)]) == ["99102013"]
