"""Submitting: one case, one mail, one confirmation, whoever presses the button how often."""

import pytest

from outbox.models import OutgoingMail
from servicefinder.cases.domain.contents import Contents, IncomingFile, Price
from servicefinder.cases.domain.documents import content_of
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.domain.secrets import case_opened_by
from servicefinder.cases.domain.types import NoSuchType
from servicefinder.cases.models import Case, CaseDocument, CaseTypeVersion, JournalEntry
from servicefinder.forms.domain.draft_files import add_files
from servicefinder.forms.domain.drafts import AlreadySubmitted, open_draft, save_step
from servicefinder.forms.domain.submitting import Incomplete, submit
from servicefinder.forms.models import Draft, DraftFile
from tests.factories.forms import filled_draft, form_version

pytestmark = pytest.mark.django_db

PASSPORT = IncomingFile("Impfpaß.pdf", "application/pdf", b"%PDF-1.7 Bello")


def contents_of_the_case() -> Contents:
    case = Case.objects.get()
    return Contents.from_json(Seal.of(case.pk).open_json("data", case.sealed_data))


def test_a_submission_is_a_case_with_words_data_price_and_mail() -> None:
    confirmation = submit(filled_draft())

    case, contents = Case.objects.get(), contents_of_the_case()
    assert (case.reference, case.form_version) == (confirmation.reference, 1)
    assert case_opened_by(confirmation.secret) == case.pk
    assert (contents.person.list_name, contents.person.email) == (
        "Müller-Lüdenscheidt, Erika",
        "erika@example.org",
    )
    assert [section.heading for section in contents.sections] == ["Um welchen Hund geht es?", "Wer sind Sie?"]
    assert [row.value for row in contents.sections[0].rows] == ["abmelden", "verzogen", "Bello", "3"]
    assert contents.answers["rufname"] == "Bello"
    assert contents.price == confirmation.price == (Price("Hundemarke", 500),)
    assert contents.receipt_text == "Die Marke kommt mit der Post."
    assert "Rechnung" in confirmation.payment
    assert confirmation.secret in OutgoingMail.objects.get().text


def test_again_and_again_it_is_the_same_case_and_the_same_secret() -> None:
    draft = filled_draft()

    confirmations = {submit(draft) for _ in range(3)} | {submit(open_draft(draft.token))}

    assert len(confirmations) == 1
    assert (Case.objects.count(), OutgoingMail.objects.count()) == (1, 1)
    assert JournalEntry.objects.filter(kind="received").count() == 1


def test_nothing_of_the_answers_stays_in_the_draft(django_capture_on_commit_callbacks) -> None:
    draft = add_files(filled_draft(), "impfpass", [PASSPORT])
    file = DraftFile.objects.get().file

    with django_capture_on_commit_callbacks(execute=True):
        submit(draft)

    left = open_draft(draft.token).content
    assert left.answers == {} and "Bello" not in str(left)
    assert not DraftFile.objects.exists() and not file.storage.exists(file.name)
    with pytest.raises(AlreadySubmitted):
        save_step(open_draft(draft.token), draft.form.steps[0], {"rufname": "Rex"}, done=True)


def test_files_of_what_is_asked_go_into_the_case() -> None:
    draft = add_files(filled_draft(), "impfpass", [PASSPORT])
    draft = save_step(draft, draft.form.steps[0], {"was": "neu", "grund": None}, done=True)
    draft = save_step(draft, draft.form.steps[1], {}, done=True)

    submit(draft)

    document = CaseDocument.objects.get()
    assert content_of(document, Seal.of(document.case_id)) == PASSPORT.content
    assert "grund" not in contents_of_the_case().answers


def test_files_of_what_is_no_longer_asked_do_not() -> None:
    submit(add_files(filled_draft(), "impfpass", [PASSPORT]))

    assert not CaseDocument.objects.exists()


def test_what_is_incomplete_leads_to_where_something_is_missing() -> None:
    draft = filled_draft()
    draft = save_step(draft, draft.form.steps[0], {"was": "neu"}, done=True)

    with pytest.raises(Incomplete) as incomplete:
        submit(draft)

    assert incomplete.value.step.step.name == "nachweis"
    assert not Case.objects.exists() and Draft.objects.get().submitted_at is None


def test_a_stop_cannot_be_submitted() -> None:
    draft = filled_draft()
    draft = save_step(draft, draft.form.steps[0], {"alter": "31"}, done=True)

    with pytest.raises(Incomplete):
        submit(draft)


def test_a_draft_keeps_the_version_that_it_was_begun_with() -> None:
    draft = filled_draft()
    form_version({"format": 1, "steps": []})

    submit(open_draft(draft.token))

    assert Case.objects.get().form_version == 1


def test_tried_out_there_is_no_case() -> None:
    draft = filled_draft(try_out=True)

    confirmation = submit(draft)

    assert confirmation.reference == "" and not Case.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert open_draft(draft.token).content.try_out


def test_what_cannot_be_opened_leaves_the_draft_as_it_was() -> None:
    draft = filled_draft()
    CaseTypeVersion.objects.update(approved_at=None)

    with pytest.raises(NoSuchType):
        submit(draft)

    assert open_draft(draft.token).content.answers["rufname"] == "Bello"
    assert Draft.objects.get().submitted_at is None
