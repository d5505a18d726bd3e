"""The drawing of the demo city is what the command writes, and houses lie along its streets."""

import json
from math import hypot

import pytest

from democity.map_file import drawn_map, map_path
from democity.street_plan import RING_RADIUS, districts, streets


def test_the_file_is_what_the_command_writes() -> None:
    assert map_path().read_text() == drawn_map(), "manage.py draw_demo_map"


def test_the_city_has_its_streets_districts_river_and_ring() -> None:
    kinds = [feature["properties"]["kind"] for feature in json.loads(drawn_map())["features"]]

    assert kinds.count("district") == len(districts()) == 12
    assert kinds.count("river") == kinds.count("ring") == 1
    assert kinds.count("street") + 4 == len(streets()) == 300


@pytest.mark.parametrize("name", ["Ostanlage", "Lindenstraße", "Marktplatz"])
def test_houses_lie_beside_their_street_on_either_side(name: str) -> None:
    street = streets()[name]
    for number in (1, 2, street.highest):
        x, y = street.house(number)
        middle_x, middle_y = street.at(number * 5)
        assert hypot(x - middle_x, y - middle_y) == pytest.approx(14)
    assert hypot(*streets()["Ostanlage"].at(20)) == pytest.approx(RING_RADIUS)
