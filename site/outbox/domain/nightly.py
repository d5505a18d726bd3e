"""Nightly checks: what they find is stored until they no longer find it."""

from datetime import datetime

import structlog
from django.db import transaction
from django.utils import timezone

from outbox.enums import Severity
from outbox.models import NightlyFinding
from outbox.registries import Finding, NightlyCheck, nightly_checks

log = structlog.get_logger("outbox")


def run_nightly_checks() -> None:
    """Run every check and store its findings; a check that breaks becomes a finding itself."""
    for check in nightly_checks:
        _store(check.name, _findings(check), timezone.now())
    NightlyFinding.objects.exclude(check_name__in=nightly_checks.names()).delete()


def _findings(check: NightlyCheck) -> list[Finding]:
    try:
        return check.run()
    except Exception as error:
        log.exception("nightly check failed", check=check.name)
        return [Finding(Severity.ERROR, f"Die Prüfung ist abgebrochen: {type(error).__name__}: {error}")]


def _store(check_name: str, findings: list[Finding], now: datetime) -> None:
    """Replace last night's findings; one that is still there keeps the day it was first seen."""
    with transaction.atomic():
        previous = NightlyFinding.objects.filter(check_name=check_name)
        first_seen = {(row.text, row.url): row.first_seen_at for row in previous}
        previous.delete()
        NightlyFinding.objects.bulk_create(
            NightlyFinding(
                check_name=check_name,
                severity=finding.severity,
                text=finding.text,
                url=finding.url,
                first_seen_at=first_seen.get((finding.text, finding.url), now),
                last_seen_at=now,
            )
            for finding in findings
        )
