"""Journals are verified in the background, long ones too."""

from datetime import UTC, timedelta

import pytest
from django.utils import timezone

from outbox.domain.running import run_due_jobs
from outbox.enums import JobState
from outbox.models import Job
from servicefinder.cases.domain.journal import THE_SYSTEM, chained
from servicefinder.cases.domain.verifying import SLICES, VERIFY_KIND, check_journals, start_verification
from servicefinder.cases.enums import EntryKind
from servicefinder.cases.models import Case, JournalEntry
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db
ENTRIES = 10_000


@pytest.fixture
def long_case() -> Case:
    """A case that was looked at ten thousand times, its chain as `record` would have written it."""
    case = opened_case().case
    start, head = timezone.now().astimezone(UTC), case.journal_head
    entries = []
    for number in range(case.journal_count + 1, ENTRIES + 1):
        at = start + timedelta(milliseconds=number)
        entry = JournalEntry(case=case, sequence=number, at=at, kind=EntryKind.OPENED)
        head = chained(entry, THE_SYSTEM, head).mac
        entries.append(entry)
    JournalEntry.objects.bulk_create(entries, batch_size=1000)
    Case.objects.filter(pk=case.pk).update(journal_count=ENTRIES, journal_head=head)
    case.refresh_from_db()
    return case


@pytest.mark.slow
def test_ten_thousand_entries_are_verified_by_the_worker(long_case: Case) -> None:
    start_verification()
    assert Job.objects.filter(kind=VERIFY_KIND).count() == SLICES
    run_due_jobs()
    assert not Job.objects.filter(kind=VERIFY_KIND).exists()
    assert check_journals() == []

    JournalEntry.objects.filter(case=long_case, sequence=9_876).update(by_name="Niemand")
    start_verification()
    run_due_jobs()

    [finding] = check_journals()
    assert f"Vorgang {long_case.reference}, Journaleintrag 9876" in finding.text
    assert Job.objects.filter(kind=VERIFY_KIND, state=JobState.STUCK).count() == 1
