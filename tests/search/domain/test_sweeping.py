from pathlib import Path

import pytest

from outbox.domain.running import run_due_jobs
from outbox.enums import Severity
from outbox.models import Job
from search.domain.querying import search
from search.domain.sweeping import sweep
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def test_sweep_finds_nothing_when_all_is_well(city: ListedDocuments) -> None:
    assert sweep() == []
    assert not Job.objects.exists()


def test_sweep_brings_in_what_is_missing_and_takes_out_what_is_surplus(city: ListedDocuments) -> None:
    city.add("Wunschkennzeichen", pk="neu")
    del city.records["1"]

    findings = sweep()
    run_due_jobs()

    assert [finding.severity for finding in findings] == [Severity.WARNING]
    assert "1 Einträge fehlten, 1 waren zu viel" in findings[0].text
    assert search("Wunschkennzeichen").total == 1
    assert search("Reisepass", types=["service"]).total == 0


def test_sweep_reports_an_index_that_does_not_answer(things: ListedDocuments, index_dir: Path) -> None:
    assert [finding.severity for finding in sweep()] == [Severity.ERROR]
