import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from home.models import CityDocument
from tests.factories import home as make

MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(range(256)) * 8


def test_its_size_is_known_at_once(home):
    document = make.document(content=b"%PDF-1.7\n" + b"x" * 991)

    assert document.file_size == 1000
    assert document.type_label == "PDF"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", b"<html><script>alert(1)</script>"),
        ("plan.exe", b"MZ\x90"),
        ("plan.docx", b"%PDF-1.7"),
        ("plan.html", b"<p>"),
    ],
)
def test_content_decides_not_the_name(home, name, content):
    document = CityDocument(title="Plan", file=ContentFile(content, name=name))

    with pytest.raises(ValidationError):
        document.full_clean()


def test_a_film_is_taken(home):
    CityDocument(title="Film", file=ContentFile(MP4, name="film.mp4")).full_clean()


def test_is_served_as_what_it_is(home, client):
    document = make.document()

    response = client.get(document.url)

    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"


class TestFilm:
    @pytest.fixture
    def film(self, home):
        return CityDocument.objects.create(title="Film", file=ContentFile(MP4, name="film.mp4"))

    @pytest.mark.parametrize(
        ("asked", "start", "end"),
        [("bytes=0-99", 0, 100), ("bytes=100-", 100, len(MP4)), ("bytes=-50", len(MP4) - 50, len(MP4))],
    )
    def test_is_sent_in_parts(self, film, client, asked, start, end):
        response = client.get(film.url, headers={"Range": asked})

        assert response.status_code == 206
        assert response.content == MP4[start:end]
        assert response["Content-Range"] == f"bytes {start}-{end - 1}/{len(MP4)}"
        assert response["Content-Type"] == "video/mp4"

    def test_a_long_part_is_sent_piece_by_piece(self, film, client, monkeypatch):
        monkeypatch.setattr("home.views.films.PART_LIMIT_BYTES", 1000)

        response = client.get(film.url, headers={"Range": "bytes=500-"})

        assert response["Content-Range"] == f"bytes 500-1499/{len(MP4)}"
        assert response.content == MP4[500:1500]

    @pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=5-2", "bytes=-0", "bytes=-"])
    def test_a_part_that_does_not_exist_is_refused(self, film, client, asked):
        response = client.get(film.url, headers={"Range": asked})

        assert response.status_code == 416
        assert response["Content-Range"] == f"bytes */{len(MP4)}"

    @pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "seconds=1-2", "", "bytes=a-b"])
    def test_what_is_not_understood_gets_the_whole_film(self, film, client, asked):
        response = client.get(film.url, headers={"Range": asked})

        assert response.status_code == 200
        assert b"".join(response.streaming_content) == MP4

    def test_other_documents_are_sent_whole(self, home, client):
        response = client.get(make.document().url, headers={"Range": "bytes=0-1"})

        assert response.status_code == 200
