import stat
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage

from uploads.http import private_file
from uploads.storage import PrivateFileSystemStorage, private_name, private_storage


def test_private_files_lie_outside_the_public_folder_and_are_ours_alone(settings, tmp_path: Path):
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    storage = private_storage()

    name = storage.save("2026/11/a.pdf", ContentFile(b"secret"))

    file = tmp_path / "private" / name
    assert file.read_bytes() == b"secret"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_private_files_have_no_address(tmp_path: Path):
    storage = PrivateFileSystemStorage(location=tmp_path)

    with pytest.raises(ValueError, match="no address"):
        storage.url("a.pdf")


def test_operator_can_name_another_storage(settings):
    settings.STORAGES = settings.STORAGES | {
        "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    }

    assert isinstance(private_storage(), InMemoryStorage)


@pytest.mark.parametrize(
    ("sent", "extension"),
    [
        ("Müller Geburtsurkunde.PDF", ".pdf"),
        ("../../etc/passwd", ""),
        ("a.p\u00f6f", ""),
        ("x.sh;rm", ""),
        ("none", ""),
    ],
)
def test_stored_name_says_nothing_of_the_sender(sent: str, extension: str):
    folder, _, name = private_name(None, sent).rpartition("/")

    assert len(folder) == len("2026/11")
    assert len(name) == 32 + len(extension)
    assert name.endswith(extension)


def test_download_is_never_shown_as_a_page_or_cached():
    response = private_file(BytesIO(b"<script>alert(1)</script>"), "Anlage 1.html", "text/html")

    assert response["Content-Disposition"] == 'attachment; filename="Anlage 1.html"'
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
