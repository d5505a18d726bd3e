"""The receipt holds everything that was sent."""

from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from pypdf import PdfReader

from servicefinder.cases.domain.contents import Contents, IncomingFile, Person, Price, Row, Section
from servicefinder.cases.domain.secrets import path_of
from servicefinder.cases.enums import Origin
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db
FILE = IncomingFile("laterne.jpg", "image/jpeg", b"\xff\xd8\xff bild")
CONTENTS = Contents(
    Person("Müller-Lüdenscheidt", "Erika", "erika@example.org"),
    (Section("Ihr Anliegen", (Row("Worum geht es?", "Die Laterne ist aus. #read <b>"),)),),
    price=(Price("Gebühr", 1250),),
    receipt_text="Bitte bringen Sie <dies> mit.",
)


def test_page_and_pdf_name_all_that_was_sent() -> None:
    opened = opened_case(contents=CONTENTS, files=(FILE,))
    client, address = Client(), path_of(opened.secret)

    html = client.get(f"{address}empfangsbestaetigung/").content.decode()
    response = client.get(f"{address}empfangsbestaetigung.pdf")
    reader = PdfReader(BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
    pdf = " ".join("".join(page.extract_text() for page in reader.pages).split())

    digest = sha256(FILE.content).hexdigest()
    assert "Die Laterne ist aus. #read &lt;b&gt;" in html and digest in html
    assert "Bitte bringen Sie &lt;dies&gt; mit." in html and "Bitte bringen Sie <dies> mit." in pdf
    assert "Die Laterne ist aus. #read <b>" in pdf and digest in pdf.replace(" ", "")
    for words in (opened.case.reference, "laterne.jpg", "12,50\u00a0€", "Spätestens am"):
        assert words in html and words.replace("\u00a0", " ") in pdf.replace("\u00a0", " ")
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"].startswith("attachment")


def test_what_came_on_paper_names_the_day_it_came() -> None:
    came = timezone.localdate() - timedelta(days=6)
    opened = opened_case(contents=CONTENTS, origin=Origin.PAPER, arrived_on=came)
    client, address = Client(), path_of(opened.secret)

    html = client.get(f"{address}empfangsbestaetigung/").content.decode()
    response = client.get(f"{address}empfangsbestaetigung.pdf")
    reader = PdfReader(BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
    pdf = " ".join(reader.pages[0].extract_text().split())

    day, today = (date_format(each, "j. F Y") for each in (came, timezone.localdate()))
    assert day in html and day in pdf
    assert today not in html and f"{today}, " not in pdf


@pytest.mark.parametrize("page", ["", "/en"])
def test_english_case_has_an_english_receipt_wherever_it_is_fetched(page: str) -> None:
    opened = opened_case(language="en", contents=CONTENTS)
    response = Client().get(f"{page}{path_of(opened.secret)}empfangsbestaetigung.pdf")
    reader = PdfReader(BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
    pdf = reader.pages[0].extract_text()

    assert "Receipt" in pdf and "€12.50" in pdf and reader.trailer["/Root"]["/Lang"] == "en"


def test_english_page_of_the_receipt_writes_amounts_as_the_form_did() -> None:
    opened = opened_case(language="en", contents=CONTENTS)
    html = Client().get(f"{path_of(opened.secret, 'en')}empfangsbestaetigung/").content.decode()

    assert "€12.50" in html and "12,50" not in html
    assert '<dd class="kern-description-list-item__value" lang="de">' in html
