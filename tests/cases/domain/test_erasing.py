from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from capabilities.models import Secret
from outbox.models import Job, OutgoingMail
from servicefinder.cases.domain.contents import IncomingFile
from servicefinder.cases.domain.erasing import OnHold, erase_case
from servicefinder.cases.domain.journal import THE_SYSTEM
from servicefinder.cases.domain.orphans import delete_orphans
from servicefinder.cases.domain.retention import delete_expired, hold, release
from servicefinder.cases.domain.transitions import NotPossible
from servicefinder.cases.enums import EntryKind, ErasureReason
from servicefinder.cases.models import Case, CaseDocument, DataKey, DeletionProof, NameDigest
from tests.factories.cases import opened_case
from uploads.storage import PrivateFileSystemStorage

pytestmark = pytest.mark.django_db

NEXT_YEAR = timezone.localdate() + timedelta(days=365)
FILE = IncomingFile("Plan.pdf", "application/pdf", b"%PDF-1.7")


@pytest.fixture(autouse=True)
def own_files(monkeypatch, tmp_path: Path) -> Path:
    folder = tmp_path / "private"
    field = CaseDocument._meta.get_field("file")
    monkeypatch.setattr(field, "storage", PrivateFileSystemStorage(location=folder))
    return folder


def files(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def expired_case(**values: object) -> Case:
    case = opened_case(**values).case
    Case.objects.filter(pk=case.pk).update(delete_on=timezone.localdate() - timedelta(days=1))
    return case


def test_of_an_erased_case_only_the_proof_is_left(own_files, django_capture_on_commit_callbacks):
    kept = opened_case().case
    case = opened_case(files=(FILE,), deliver_to=(("stay", {}),)).case
    assert len(files(own_files)) == 1

    with django_capture_on_commit_callbacks(execute=True):
        proof = erase_case(case.pk, ErasureReason.RETENTION)

    assert (proof.reference, proof.documents, proof.journal_count) == (case.reference, 1, 2)
    assert files(own_files) == []
    assert [str(kept.pk)] == [row.key.split(":")[1] for row in OutgoingMail.objects.all()]
    assert not DataKey.objects.filter(subject__contains=str(case.pk)).exists()
    assert Secret.objects.filter(subject=str(kept.pk)).exists()
    assert not Secret.objects.filter(subject=str(case.pk)).exists()
    assert {row.case_id for row in NameDigest.objects.all()} == {kept.pk}
    assert Job.objects.filter(kind="outbox.mail").count() == 1
    assert not Job.objects.filter(kind="cases.delivery").exists()
    assert erase_case(case.pk, ErasureReason.RETENTION) is None


def test_what_is_past_its_day_is_deleted_and_nothing_else():
    expired, kept = expired_case(), opened_case().case
    last_day = opened_case().case
    Case.objects.filter(pk=last_day.pk).update(delete_on=timezone.localdate())

    assert delete_expired() == 1

    assert set(Case.objects.values_list("pk", flat=True)) == {kept.pk, last_day.pk}
    assert DeletionProof.objects.get().case_id == expired.pk


def test_a_case_that_is_held_back_stays_until_it_is_released():
    case = expired_case()
    with pytest.raises(NotPossible, match="warum"):
        hold(case, "  ", THE_SYSTEM, until=NEXT_YEAR)
    hold(case, "Klage beim Verwaltungsgericht", THE_SYSTEM, until=NEXT_YEAR)

    assert delete_expired() == 0
    with pytest.raises(OnHold):
        erase_case(case.pk, ErasureReason.UNLAWFUL)
    release(case, THE_SYSTEM)
    kinds = list(case.journal.order_by("sequence").values_list("kind", flat=True))
    assert kinds[-2:] == [EntryKind.HELD, EntryKind.RELEASED]
    assert "Klage" not in str(list(case.journal.values_list("references", flat=True)))
    assert delete_expired() == 1


def test_files_that_nobody_names_go_after_a_day(own_files, monkeypatch):
    opened_case(files=(FILE,))
    storage = CaseDocument._meta.get_field("file").storage
    from django.core.files.base import ContentFile

    orphan = storage.save("2026/11/0123.sealed", ContentFile(b"x"))
    foreign = storage.save("drafts/2026/11/0123", ContentFile(b"x"))
    assert delete_orphans() == 0

    monkeypatch.setattr("servicefinder.cases.domain.orphans.AGE", timedelta(seconds=-5))
    assert delete_orphans() == 1

    assert not storage.exists(orphan)
    assert storage.exists(foreign)
    assert storage.exists(CaseDocument.objects.get().file.name)


def test_a_restore_replays_the_deletions(tmp_path, capsys):
    case = expired_case()
    row = Case.objects.filter(pk=case.pk).values().get()
    key = DataKey.objects.filter(subject=f"case:{case.pk}").values().get()
    delete_expired()
    proof = DeletionProof.objects.values().get()
    call_command("export_deletions")
    listed = tmp_path / "deletions.jsonl"
    listed.write_text(capsys.readouterr().out)
    # The backup knows the case and not its deletion.
    DeletionProof.objects.all().delete()
    Case.objects.create(**row)
    DataKey.objects.create(**key)

    for _ in range(2):
        call_command("replay_deletions", str(listed))

    assert not Case.objects.exists()
    assert not DataKey.objects.filter(subject=f"case:{case.pk}").exists()
    again = DeletionProof.objects.values().get()
    assert {**again, "id": 0} == {**proof, "id": 0}
    assert isinstance(again["closed_on"], date | None)
