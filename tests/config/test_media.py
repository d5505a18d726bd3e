"""Only renditions leave MEDIA_ROOT this way, however the address is written."""

from pathlib import Path

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    for name in ("images/a.webp", "documents/geheim.pdf", "original_images/a.jpg"):
        file = settings.MEDIA_ROOT / name
        file.parent.mkdir(parents=True)
        file.write_bytes(b"inhalt")
    (tmp_path / "geheim.env").write_bytes(b"inhalt")
    return settings.MEDIA_ROOT


def test_rendition_is_served_for_good(client: Client):
    answer = client.get("/media/images/a.webp")

    assert b"".join(answer.streaming_content) == b"inhalt"
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "name",
    [
        "documents/geheim.pdf",
        "original_images/a.jpg",
        "images/../documents/geheim.pdf",
        "images/..%2fdocuments/geheim.pdf",
        "images/%2e%2e/documents/geheim.pdf",
        "images/../original_images/a.jpg",
        "images/../../geheim.env",
        "images",
        "images/",
        "images/a%00.webp",
        "images/" + "a" * 5000,
        "/etc/hostname",
    ],
)
@pytest.mark.django_db
def test_nothing_else_is_served(client: Client, name: str):
    assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.django_db
def test_link_that_leads_out_of_the_folder_is_not_followed(client: Client, media: Path):
    (media / "images" / "b.pdf").symlink_to(media / "documents" / "geheim.pdf")

    assert client.get("/media/images/b.pdf").status_code == 404
