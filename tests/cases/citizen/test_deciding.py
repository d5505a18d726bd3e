"""A decision: a document for the citizen, whose first opening is noted."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from outbox.models import OutgoingMail
from servicefinder.cases.domain.deciding import decide, note_first_opening
from servicefinder.cases.domain.documents import content_of, name_of
from servicefinder.cases.domain.journal import Actor, broken
from servicefinder.cases.domain.questions import ask
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.domain.transitions import CaseChanged, NotPossible, move
from servicefinder.cases.enums import CaseState, DocumentSource, EntryKind
from servicefinder.cases.models import Case, CaseDocument
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db
CLERK = Actor("Otto Amt")
REMEDY = "Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch erheben."


def decided(case: Case, **values: object) -> CaseDocument:
    return decide(
        case,
        title="Bewilligung",
        text="Wir bewilligen.\n\nUnd zwar alles.",
        legal_remedy=REMEDY,
        by=CLERK,
        **values,
    )  # type: ignore[arg-type]


def test_decision_is_a_document_with_legal_remedy_and_the_mail_says_nothing_of_it() -> None:
    case = opened_case().case

    document = decided(case, seen_version=case.version)

    seal = Seal.of(case.pk)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(content_of(document, seal))).pages)
    for words in (
        "Bewilligung",
        "Erika Müller-Lüdenscheidt",
        "Und zwar alles.",
        "Widerspruch",
        case.reference,
        "Otto Amt",
    ):
        assert words in text
    assert name_of(document, seal) == f"Bescheid-{case.reference}.pdf"
    assert (document.source, document.public) == (DocumentSource.DECISION, True)
    assert case.state == CaseState.DECIDED and case.decided_at
    mail = OutgoingMail.objects.get(key=f"case:{case.pk}:decision:{document.pk}")
    assert "Bewilligung" not in mail.subject + mail.text and "bewilligen" not in mail.text
    assert list(broken(Case.objects.get(pk=case.pk))) == []


def test_first_opening_is_noted_once() -> None:
    case = opened_case().case
    document = decided(case)

    for _ in range(3):
        note_first_opening(document)

    document.refresh_from_db()
    assert document.first_opened_at
    assert case.journal.filter(kind=EntryKind.DECISION_OPENED).count() == 1


def test_waiting_case_can_be_decided() -> None:
    case = opened_case().case
    ask(case, "Noch etwas?", CLERK)

    decided(case, seen_version=case.version)

    assert case.state == CaseState.DECIDED


def test_decision_on_a_case_that_changed_leaves_nothing() -> None:
    case = opened_case().case
    seen = case.version
    move(case, CaseState.IN_WORK, CLERK)

    with pytest.raises(CaseChanged):
        decided(case, seen_version=seen)

    assert not CaseDocument.objects.exists()
    assert not OutgoingMail.objects.filter(key__contains=":decision:").exists()


def test_withdrawn_case_is_not_decided() -> None:
    case = opened_case().case
    move(case, CaseState.WITHDRAWN, CLERK)

    with pytest.raises(NotPossible):
        decided(case)
    assert not CaseDocument.objects.exists()
