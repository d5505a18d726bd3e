"""Files that could harm are refused in words beside the field; the answer is kept."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from servicefinder.cases.domain.journal import Actor
from servicefinder.cases.domain.questions import ask
from servicefinder.cases.domain.secrets import path_of
from servicefinder.cases.models import CaseDocument, CaseMessage
from tests.factories.capabilities import aged_ticket
from tests.factories.cases import opened_case
from tests.factories.uploads import archive_file, picture_file

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def huge_picture() -> bytes:
    file = BytesIO()
    Image.new("1", (20_000, 20_000)).save(file, "PNG")
    return file.getvalue()


HOSTILE: dict[str, Any] = {
    "script in a drawing": ("bild.svg", lambda: SVG),
    "drawing that says it is a photograph": ("bild.jpg", lambda: SVG),
    "virus": ("eicar.pdf", lambda: EICAR),
    "archive that unpacks to a gigabyte": ("a.zip", lambda: archive_file({"a": b"\0" * 10**7}).read()),
    "archive that says it is a document": ("a.pdf", lambda: archive_file({"a": b"\0" * 10**6}).read()),
    "picture that says it is a document": ("a.pdf", lambda: picture_file("PNG").read()),
    "picture of 20,000 by 20,000": ("riesig.png", huge_picture),
    "broken picture": ("bild.png", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 200),
}


@pytest.mark.parametrize(("name", "content"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_file_is_refused_and_the_text_stays(name: str, content: Any) -> None:
    opened = opened_case()
    question = ask(opened.case, "Wie groß?", Actor("Otto Amt"))
    values = {
        "question": question.pk,
        "text": "Meine lange Antwort",
        "ticket": aged_ticket("cases.answer"),
        "website": "",
        "file": SimpleUploadedFile(name, content()),
    }

    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    response = client.post(f"{path_of(opened.secret)}antwort/", values)

    html = response.content.decode()
    assert response.status_code == 422
    assert 'id="antwort-file-fehler"' in html and "Meine lange Antwort" in html
    assert not CaseDocument.objects.exists()
    assert CaseMessage.objects.count() == 1


def test_polyglot_photograph_loses_what_is_hidden_in_it() -> None:
    opened = opened_case()
    photo = picture_file("JPEG").read() + b"<script>alert(1)</script>PK\x03\x04"
    values = {
        "ticket": aged_ticket("cases.document"),
        "website": "",
        "file": SimpleUploadedFile("foto.jpg", photo),
    }

    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    assert client.post(f"{path_of(opened.secret)}nachreichen/", values).status_code == 303

    document = opened.case.documents.get()
    fetched = client.get(f"{path_of(opened.secret)}dokument/{document.pk}/")
    content = b"".join(fetched.streaming_content)  # type: ignore[attr-defined]
    assert content.startswith(b"\xff\xd8\xff") and b"<script" not in content and b"Exif" not in content


def test_english_pages_refuse_in_english() -> None:
    """The file, and a form that was open for too long."""
    path = f"/en{path_of(opened_case().secret)}"
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})

    def send(content: bytes, ticket: str) -> str:
        values = {"file": SimpleUploadedFile("bild.svg", content), "ticket": ticket, "website": ""}
        return client.post(f"{path}nachreichen/", values).content.decode()

    assert "We do not take this kind of file." in send(SVG, aged_ticket("cases.document"))
    values = {
        "file": SimpleUploadedFile("bild.png", picture_file("PNG").read()),
        "ticket": "x",
        "website": "",
    }
    refused = client.post(f"{path}nachreichen/", values).content.decode()
    assert "The form arrived incomplete." in refused
