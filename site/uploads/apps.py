"""Files from outside: checked, cleaned, kept apart."""

from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "uploads"
    label = "uploads"
    verbose_name = "Dateien"

    def ready(self) -> None:
        from outbox.registries import NightlyCheck, nightly_checks
        from uploads.domain.scanner_check import check_scanner

        nightly_checks.register(NightlyCheck("uploads.scanner", run=check_scanner, label="Virenscanner"))
