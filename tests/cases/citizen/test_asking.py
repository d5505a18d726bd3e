"""Asking the citizen, and what becomes of the answer."""

import pytest
from django.db import connection

from outbox.models import OutgoingMail
from servicefinder.cases.domain.contents import Contents, IncomingFile, Person
from servicefinder.cases.domain.documents import DOCUMENTS_LIMIT, TooMuch
from servicefinder.cases.domain.journal import THE_CITIZEN, Actor, broken
from servicefinder.cases.domain.questions import answer, ask, open_question, text_of
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.domain.transitions import CaseChanged, NotPossible, move
from servicefinder.cases.enums import CaseState, EntryKind
from servicefinder.cases.models import Case
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db
CLERK = Actor("Otto Amt")


def kinds(case: Case) -> list[str]:
    return list(case.journal.values_list("kind", flat=True).order_by("sequence"))


def test_question_lets_the_case_wait_and_the_mail_does_not_say_what_was_asked() -> None:
    case = opened_case().case

    question = ask(case, "Wie groß ist Ihr Hund?", CLERK, seen_version=case.version)

    assert case.state == CaseState.WAITING
    assert open_question(case) == question
    assert text_of(question, Seal.of(case.pk)) == "Wie groß ist Ihr Hund?"
    assert kinds(case)[-1] == EntryKind.QUESTION
    mail = OutgoingMail.objects.get(key=f"case:{case.pk}:question:{question.pk}")
    assert mail.to == ["erika@example.org"]
    assert case.reference in mail.subject and "/vorgang/K1-" in mail.text
    assert "Hund" not in mail.subject + mail.text
    assert list(broken(Case.objects.get(pk=case.pk))) == []


def test_english_case_is_asked_in_english() -> None:
    case = opened_case(language="en").case

    ask(case, "How big is your dog?", CLERK)

    mail = OutgoingMail.objects.get(key__contains=":question:")
    assert mail.subject.startswith("We have a question") and "/en/vorgang/K1-" in mail.text


def test_second_question_has_to_wait_for_the_first_answer() -> None:
    case = opened_case().case
    ask(case, "Wie groß?", CLERK)

    with pytest.raises(NotPossible, match="noch offen"):
        ask(case, "Wie alt?", CLERK)


def test_question_to_a_case_that_somebody_else_changed_is_refused() -> None:
    case = opened_case().case
    seen = case.version
    move(Case.objects.get(pk=case.pk), CaseState.IN_WORK, CLERK)

    with pytest.raises(CaseChanged):
        ask(Case.objects.get(pk=case.pk), "Wie groß?", CLERK, seen_version=seen)
    assert not OutgoingMail.objects.filter(key__contains=":question:").exists()


def test_answer_with_a_file_goes_on_with_the_case() -> None:
    case = opened_case().case
    question = ask(case, "Wie groß?", CLERK)

    reply = answer(
        case, question, "So groß.", [IncomingFile("hund.pdf", "application/pdf", b"%PDF-1.7 hund")]
    )

    case.refresh_from_db()
    assert case.state == CaseState.IN_WORK and open_question(case) is None
    assert reply.answers == question and text_of(reply, Seal.of(case.pk)) == "So groß."
    assert case.documents.get().size == 13
    entry = case.journal.get(kind=EntryKind.ANSWER)
    assert entry.by_name == THE_CITIZEN.name
    assert entry.references == {
        "message": reply.pk,
        "question": question.pk,
        "documents": [str(case.documents.get().pk)],
    }
    assert list(broken(Case.objects.get(pk=case.pk))) == []


def test_answer_from_a_second_window_is_kept_beside_the_first() -> None:
    case = opened_case().case
    question = ask(case, "Wie groß?", CLERK)
    stale = Case.objects.get(pk=case.pk)

    answer(case, question, "So groß.")
    answer(stale, question, "Nein, größer.")

    seal = Seal.of(case.pk)
    written = [text_of(message, seal) for message in case.messages.order_by("pk")]
    assert written == ["Wie groß?", "So groß.", "Nein, größer."]
    assert kinds(case).count(EntryKind.ANSWER) == 2


def test_answer_after_the_end_is_refused_and_leaves_nothing() -> None:
    case = opened_case().case
    question = ask(case, "Wie groß?", CLERK)
    for state in (CaseState.IN_WORK, CaseState.DECIDED):
        move(case, state, CLERK)

    with pytest.raises(NotPossible):
        answer(case, question, "So groß.", [IncomingFile("a.pdf", "application/pdf", b"%PDF-")])
    assert not case.documents.exists() and case.messages.count() == 1


def test_more_files_than_a_case_takes_are_refused_with_the_answer() -> None:
    case = opened_case().case
    question = ask(case, "Wie groß?", CLERK)
    files = [IncomingFile("a.pdf", "application/pdf", b"%PDF-")] * (DOCUMENTS_LIMIT + 1)

    with pytest.raises(TooMuch) as refused:
        answer(case, question, "So groß.", files)
    assert refused.value.of == "files"
    assert case.messages.count() == 1 and not case.documents.exists()


def test_nobody_is_written_to_who_gave_no_address() -> None:
    case = opened_case(contents=Contents(Person("Muster", "Kim"))).case

    ask(case, "Wie groß?", CLERK)

    assert not OutgoingMail.objects.exists()


def test_texts_lie_sealed_in_the_database() -> None:
    case = opened_case().case
    ask(case, "Wie geheim ist das?", CLERK)

    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_text FROM cases_casemessage")
        assert b"geheim" not in bytes(cursor.fetchone()[0])
