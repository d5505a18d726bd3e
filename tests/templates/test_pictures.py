"""What was drawn for the demo city."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

STATIC_IMAGES = Path(settings.BASE_DIR) / "static" / "img"
PICTURES = Path(settings.BASE_DIR) / "site" / "democity" / "content" / "pictures"
ENTRIES = tomllib.loads((PICTURES / "pictures.toml").read_text())["pictures"]
LIFE_SITUATIONS = {
    "kind-bekommen",
    "kita-und-schule",
    "volljaehrig-werden",
    "umziehen",
    "heiraten",
    "trennung",
    "reisen",
    "auto-und-verkehr",
    "bauen-und-wohnen",
    "wenig-geld",
    "firma-gruenden",
    "alter-und-pflege",
    "zuwanderung",
    "todesfall",
}


def test_every_picture_is_described():
    assert {entry["file"] for entry in ENTRIES} == {path.name for path in PICTURES.glob("*.png")}
    assert all(20 <= len(entry["alt"]) <= 200 for entry in ENTRIES)
    assert {(entry["author"], entry["licence"]) for entry in ENTRIES} == {("Stadt Auenstadt", "CC0-1.0")}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_pictures_are_large_enough_and_light(entry):
    path = PICTURES / entry["file"]

    assert Image.open(path).size == (2000, 1333)
    assert path.stat().st_size <= 300 * 1024


def test_each_life_situation_has_its_drawing():
    assert {path.stem for path in (STATIC_IMAGES / "life").glob("*.svg")} == LIFE_SITUATIONS


@pytest.mark.parametrize("path", sorted(STATIC_IMAGES.rglob("*.svg")), ids=lambda path: path.stem)
def test_drawings_carry_no_code_and_load_nothing(path):
    source = path.read_text()

    assert not any(word in source for word in ("<script", "href", "style=", "<style", "@import", " on"))


def test_shared_links_have_a_picture_of_the_right_size():
    assert Image.open(STATIC_IMAGES / "og.png").size == (1200, 630)
