from io import BytesIO

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from pypdf import PdfReader

from servicefinder.cases.delivery.email import Email
from servicefinder.cases.delivery.folder import Folder
from servicefinder.cases.domain.contents import IncomingFile
from servicefinder.cases.exports.xdomea.reading import read_abgabe
from servicefinder.cases.models import Delivery
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db

FILE = IncomingFile("Lageplan.pdf", "application/pdf", b"%PDF-1.7 plan")


def delivery(target: str, **options: object) -> Delivery:
    opened_case(files=(FILE,), deliver_to=((target, options),))
    return Delivery.objects.get()


def test_the_mail_says_that_there_is_a_case_and_nothing_of_it():
    Email().deliver(delivery("email", to="amt@stadt.example"))

    [sent] = mail.outbox
    assert sent.to == ["amt@stadt.example"]
    assert Delivery.objects.get().case.reference in sent.body
    assert "Müller" not in sent.body + sent.subject
    assert sent.attachments == []


def test_a_repeated_mail_carries_the_same_id():
    planned = delivery("email", to="amt@stadt.example")
    Email().deliver(planned)
    Email().deliver(planned)

    first, second = (each.message()["Message-ID"] for each in mail.outbox)
    assert first == second


def test_with_an_agreed_passphrase_the_case_is_attached_encrypted(settings):
    settings.DELIVERY_SECRETS = {"amt": "vereinbart"}
    Email().deliver(delivery("email", to="amt@stadt.example", secret="amt"))

    [(name, content, _)] = mail.outbox[0].attachments
    assert name.endswith(".pdf")
    assert FILE.content not in content
    reader = PdfReader(BytesIO(content))
    assert reader.is_encrypted
    assert not reader.decrypt("falsch")
    assert reader.decrypt("vereinbart")
    assert reader.attachments["Lageplan.pdf"] == [FILE.content]
    assert "Laterne" in "".join(page.extract_text() for page in reader.pages)


def test_an_address_that_is_none_is_refused():
    with pytest.raises(ValidationError):
        Email().deliver(delivery("email", to="niemand"))


def test_the_folder_holds_one_whole_file_however_often_it_is_delivered(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    planned = delivery("folder", folder="kasse")
    for _ in range(2):
        assert Folder().deliver(planned) == f"{planned.pk}.zip"

    [file] = (tmp_path / "deliveries" / "kasse").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    with file.open("rb") as content:
        [case] = read_abgabe(content)
    assert case.documents[0].content == FILE.content


@pytest.mark.parametrize("name", ["../draussen", "/etc", "a/b", ""])
def test_no_name_leads_out_of_the_folder(settings, tmp_path, name):
    settings.DATA_DIR = tmp_path

    with pytest.raises(ValueError, match="a-z"):
        Folder().deliver(delivery("folder", folder=name))
