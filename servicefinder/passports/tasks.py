"""What the worker does for documents."""

from datetime import time, timedelta

from outbox.enums import Severity
from outbox.registries import Finding, JobKind, NightlyCheck, Recurring, jobs, nightly_checks, schedule

from .domain.journal import broken
from .domain.retention import delete_expired
from .domain.taking_over import APPLY_KIND, CHECK_KIND, apply, check
from .imports.folder import take_from_folder


def delete_by_rule() -> None:
    delete_expired()


def check_journal() -> list[Finding]:
    return [Finding(Severity.ERROR, f"Ausweisjournal: {each}.") for each in broken()]


def register() -> None:
    jobs.register(JobKind(CHECK_KIND, handle=check, lease_seconds=300, label="Lieferliste prüfen"))
    jobs.register(JobKind(APPLY_KIND, handle=apply, lease_seconds=300, label="Lieferliste übernehmen"))
    schedule.register(
        Recurring(
            "passports.folder", run=take_from_folder, every=timedelta(minutes=1), label="Lieferlisten abholen"
        )
    )
    schedule.register(
        Recurring(
            "passports.retention",
            run=delete_by_rule,
            daily_at=time(0, 40),
            label="Abgeholte Dokumente löschen",
        )
    )
    nightly_checks.register(NightlyCheck("passports.journal", run=check_journal, label="Ausweisjournal"))
