"""What the case file does every night: delete by rule, anchor, verify, clean up."""

from collections.abc import Callable
from datetime import time

from outbox.registries import JobKind, NightlyCheck, Recurring, jobs, nightly_checks, schedule

from .domain.anchors import drop_anchor
from .domain.orphans import delete_orphans
from .domain.retention import delete_expired
from .domain.settling import SETTLE_KIND, settle
from .domain.verifying import VERIFY_KIND, check_journals, start_verification, verify_slice


def register() -> None:
    """Called once, in `CasesConfig.ready()`. In this order: the anchor is taken after the deletions."""
    plan = (
        ("cases.retention", delete_expired, time(0, 30), "Abgelaufene Vorgänge löschen"),
        ("cases.anchor", drop_anchor, time(1, 0), "Tagesanker der Vorgänge setzen"),
        ("cases.verify", start_verification, time(1, 15), "Journale der Vorgänge prüfen"),
        ("cases.orphans", delete_orphans, time(1, 30), "Verwaiste Dateien von Vorgängen löschen"),
    )
    for name, run, at, label in plan:
        schedule.register(Recurring(name, run=_without_result(run), daily_at=at, label=label))
    jobs.register(
        JobKind(VERIFY_KIND, verify_slice, lease_seconds=300, max_attempts=1, label="Journale prüfen")
    )
    jobs.register(
        JobKind(SETTLE_KIND, settle, lease_seconds=300, label="Gelöschtes aus der Datenbank überschreiben")
    )
    nightly_checks.register(NightlyCheck("cases.journals", run=check_journals, label="Journale der Vorgänge"))


def _without_result(run: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        run()

    return call
