"""Nightly: does the virus scanner still answer?"""

from django.conf import settings

from outbox.enums import Severity
from outbox.registries import Finding
from uploads.domain.virus_scan import scanner_answers


def check_scanner() -> list[Finding]:
    """A finding when ClamAV is configured and silent: then no file can be uploaded."""
    if not settings.CLAMAV or scanner_answers():
        return []
    return [Finding(Severity.ERROR, "Der Virenscanner (CLAMAV) antwortet nicht: Dateien werden abgelehnt.")]
