from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from servicefinder.cases.domain.anchors import broken_anchors, drop_anchor
from servicefinder.cases.domain.erasing import erase_case
from servicefinder.cases.domain.journal import THE_SYSTEM, broken, record
from servicefinder.cases.enums import EntryKind, ErasureReason
from servicefinder.cases.models import Anchor, Case, DataKey, DeletionProof, JournalEntry
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases() -> list[Case]:
    return [opened_case().case for _ in range(3)]


def remove(case: Case) -> None:
    """As somebody with access to the database would, leaving no proof."""
    DataKey.objects.filter(subject=f"case:{case.pk}").delete()
    Case.objects.filter(pk=case.pk).delete()


def test_all_is_well_also_after_new_cases_and_deletions_by_rule(cases):
    drop_anchor(timezone.now())
    opened_case()
    record(cases[0].pk, EntryKind.OPENED, THE_SYSTEM)
    erase_case(cases[1].pk, ErasureReason.RETENTION)

    assert list(broken_anchors()) == []
    call_command("verify_journal", stdout=StringIO())


def test_there_is_one_anchor_a_day(cases):
    assert drop_anchor() == drop_anchor()
    assert Anchor.objects.count() == 1


def test_a_removed_case_is_missed(cases):
    drop_anchor(timezone.now())
    remove(cases[1])

    assert any("3 Vorgänge; davon sind 2" in text for text in broken_anchors())
    with pytest.raises(CommandError, match="problems"):
        call_command("verify_journal")


def test_a_removed_case_that_another_takes_the_place_of_is_missed(cases):
    drop_anchor(timezone.now())
    remove(cases[1])
    other = opened_case().case
    Case.objects.filter(pk=other.pk).update(received_at=cases[1].received_at)

    assert any("entfernt oder ersetzt" in text for text in broken_anchors())


def test_an_invented_proof_does_not_hide_a_removal(cases):
    drop_anchor(timezone.now())
    case = cases[1]
    remove(case)
    DeletionProof.objects.create(
        case_id=case.pk,
        reference=case.reference,
        case_type="meldung",
        reason="retention",
        received_at=case.received_at,
        deleted_at=timezone.now(),
        documents=0,
        journal_count=1,
        journal_head="",
        mac="0" * 64,
    )

    assert any("Löschnachweis" in text for text in broken_anchors())


def test_a_removed_proof_is_missed(cases):
    erase_case(cases[0].pk, ErasureReason.RETENTION)
    drop_anchor(timezone.now())
    DeletionProof.objects.all().delete()

    assert any("Löschnachweise" in text for text in broken_anchors())


def test_a_chain_that_was_cut_and_its_end_adjusted_is_missed(cases):
    record(cases[0].pk, EntryKind.OPENED, THE_SYSTEM)
    drop_anchor(timezone.now())
    last = cases[0].journal.order_by("-sequence").first()
    last.delete()
    before = cases[0].journal.order_by("-sequence").first()
    Case.objects.filter(pk=cases[0].pk).update(journal_count=before.sequence, journal_head=before.mac)

    assert list(broken(Case.objects.get(pk=cases[0].pk))) == []
    assert any("entfernt oder ersetzt" in text for text in broken_anchors())


def test_a_changed_and_a_removed_anchor_are_missed(cases):
    now = timezone.now()
    for days in (3, 2, 1):
        drop_anchor(now + timedelta(days=-days))
    assert list(broken_anchors()) == []

    middle = Anchor.objects.order_by("day")[1]
    Anchor.objects.filter(pk=middle.pk).update(cases=99)
    assert any("Tagesanker" in text for text in broken_anchors())
    middle.delete()
    assert any("einer davor fehlt" in text for text in broken_anchors())


def test_a_changed_entry_is_named_by_the_command(cases, capsys):
    JournalEntry.objects.filter(case=cases[2]).update(by_name="Jemand anderes")

    with pytest.raises(CommandError):
        call_command("verify_journal")

    assert (
        f"Vorgang {cases[2].reference}, Journaleintrag 1: der Eintrag wurde verändert"
        in capsys.readouterr().err
    )
