"""Opening a case: everything or nothing, and once."""

import pytest

from outbox.models import Job, OutgoingMail
from servicefinder.cases.domain.contents import Contents, IncomingFile
from servicefinder.cases.domain.documents import content_of, name_of
from servicefinder.cases.domain.journal import broken
from servicefinder.cases.domain.opening import open_case
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.domain.secrets import case_opened_by
from servicefinder.cases.domain.types import NoSuchType
from servicefinder.cases.models import Case, CaseDocument, DataKey, JournalEntry
from servicefinder.cases.wording import day_in
from tests.factories.cases import case_type, new_case, opened_case

pytestmark = pytest.mark.django_db

FILE = IncomingFile("Größe (1).pdf", "application/pdf", b"%PDF-1.7 something")


def test_case_mail_journal_and_document_are_there() -> None:
    opened = opened_case(files=(FILE,))

    case = opened.case
    seal = Seal.of(case.pk)
    assert Contents.from_json(seal.open_json("data", case.sealed_data)) == new_case().contents
    assert seal.open_text("name", case.sealed_name) == "Müller-Lüdenscheidt, Erika"
    assert [entry.kind for entry in case.journal.all()] == ["received", "document_added"]
    assert list(broken(case)) == []
    (document,) = case.documents.all()
    assert (content_of(document, seal), name_of(document, seal)) == (FILE.content, FILE.name)
    assert case_opened_by(opened.secret.lower().replace("-", " ")) == case.pk
    mail = OutgoingMail.objects.get(key=f"case:{case.pk}:received")
    assert case.reference in mail.text and opened.secret in mail.text
    assert Job.objects.filter(kind="outbox.mail", key=str(mail.pk)).exists()


def test_english_case_is_confirmed_in_english() -> None:
    opened = opened_case(language="en")

    mail = OutgoingMail.objects.get(key=f"case:{opened.case.pk}:received")
    assert f"/en/vorgang/{opened.secret}/" in mail.text
    assert day_in(opened.case.due_on, "en") in mail.text and day_in(opened.case.due_on, "de") not in mail.text


def test_nothing_personal_stands_in_clear() -> None:
    opened_case(files=(FILE,))
    for model in (Case, CaseDocument, JournalEntry):
        for row in model.objects.values():
            assert "ludenscheid" not in str(row).lower() and "Laterne" not in str(row)
    with CaseDocument.objects.get().file.open("rb") as file:
        assert b"%PDF" not in file.read()


def test_the_same_submission_is_one_case() -> None:
    case_type()
    new = new_case()

    first, second = open_case(new), open_case(new)

    assert (first.is_new, second.is_new) == (True, False)
    assert first.case == second.case
    assert second.secret == ""
    assert OutgoingMail.objects.count() == 1


def test_unknown_type_leaves_nothing() -> None:
    with pytest.raises(NoSuchType):
        open_case(new_case(case_type="gibt-es-nicht"))

    assert not Case.objects.exists()
    assert not DataKey.objects.filter(subject__startswith="case:").exists()
