"""Drafts: only their link opens them, two tabs lose nothing, a fortnight later they are gone."""

from datetime import datetime, time, timedelta
from typing import Any
from unittest import mock

import pytest
from django.utils import timezone

from servicefinder.cases.domain.contents import IncomingFile
from servicefinder.forms.domain.draft_files import add_files, contents_of, files_in, remove_file
from servicefinder.forms.domain.drafts import (
    VALID_FOR,
    DraftExpired,
    NoSuchDraft,
    kept_until,
    open_draft,
    open_step,
    save_step,
    start,
)
from servicefinder.forms.models import Draft, DraftFile
from servicefinder.forms.tasks import delete_expired_drafts
from tests.factories.forms import filled_draft, form_version
from uploads.storage import private_storage

pytestmark = pytest.mark.django_db

PASSPORT = IncomingFile("../Impfpaß (1).pdf", "application/pdf", b"%PDF-1.7 Bello")


def test_only_the_link_opens_what_was_answered() -> None:
    draft = filled_draft()

    assert open_draft(draft.token).content.answers["rufname"] == "Bello"
    (row,) = Draft.objects.values()
    assert "Bello" not in str(row) and draft.token not in str(row)
    assert b"Bello" not in bytes(row["sealed"])
    with pytest.raises(NoSuchDraft):
        open_draft(draft.token[:-1])


def test_two_starts_are_two_drafts() -> None:
    version = form_version()

    (_, one), (_, other) = start(version, "de"), start(version, "de")

    assert one != other and Draft.objects.count() == 2


def test_two_tabs_of_one_draft_keep_the_answers_of_both() -> None:
    _, token = start(form_version(), "de")
    one, other = open_draft(token), open_draft(token)
    dog, person = one.form.steps[0], one.form.steps[2]

    save_step(one, dog, {"rufname": "Bello"}, done=True)
    save_step(other, person, {"email": "erika@example.org"}, done=True)

    content = open_draft(token).content
    assert content.answers == {"rufname": "Bello", "email": "erika@example.org"}
    assert content.done == ["hund", "person"]


def test_a_changed_answer_reopens_the_steps_that_it_asks_for() -> None:
    draft = filled_draft()
    assert open_step(draft, draft.walk()) is None

    changed = save_step(draft, draft.form.steps[0], {"was": "neu"}, done=True)

    step = open_step(changed, changed.walk())
    assert step and step.step.name == "nachweis"


def test_files_are_sealed_listed_and_removed() -> None:
    draft = add_files(filled_draft(), "impfpass", [PASSPORT])

    (listed,) = files_in(draft.content, "impfpass")
    (row,) = DraftFile.objects.all()
    assert listed == {"id": str(row.pk), "name": PASSPORT.name, "size": len(PASSPORT.content)}
    assert "mpf" not in row.file.name
    with row.file.open("rb") as file:
        assert b"Bello" not in file.read()
    assert contents_of(open_draft(draft.token), ["impfpass"]) == (PASSPORT,)


def test_a_removed_file_leaves_the_disk(django_capture_on_commit_callbacks: Any) -> None:
    draft = add_files(filled_draft(), "impfpass", [PASSPORT])
    (row,) = DraftFile.objects.all()

    with django_capture_on_commit_callbacks(execute=True):
        draft = remove_file(draft, str(row.pk))

    assert files_in(draft.content, "impfpass") == []
    assert not DraftFile.objects.exists()
    assert not private_storage().exists(row.file.name)


def test_what_expired_is_deleted_with_its_files(django_capture_on_commit_callbacks: Any) -> None:
    old, young = add_files(filled_draft(), "impfpass", [PASSPORT]), filled_draft()
    name = DraftFile.objects.get().file.name
    Draft.objects.filter(pk=old.row.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(DraftExpired):
        open_draft(old.token)

    with django_capture_on_commit_callbacks(execute=True):
        delete_expired_drafts()

    assert [row.pk for row in Draft.objects.all()] == [young.row.pk]
    assert not private_storage().exists(name)


def test_every_answer_gives_another_fortnight() -> None:
    draft = filled_draft()
    Draft.objects.update(expires_at=timezone.now() + timedelta(days=1))
    draft = open_draft(draft.token)

    save_step(draft, draft.form.steps[0], {"rufname": "Rex"}, done=True)

    assert Draft.objects.get().expires_at > timezone.now() + timedelta(days=13)


def test_a_draft_is_kept_to_the_end_of_the_day_that_is_named() -> None:
    for day in (datetime(2027, 3, 20, 0, 5), datetime(2027, 10, 20, 23, 55)):
        with mock.patch("django.utils.timezone.now", return_value=timezone.make_aware(day)):
            until = timezone.localtime(kept_until())
        assert until.replace(tzinfo=None) == datetime.combine(day.date() + VALID_FOR, time(23, 59))
