"""What the nightly checks found."""

from django.db import models

from outbox.enums import Severity


class NightlyFinding(models.Model):
    """True as of the last night; deleted when the check no longer finds it."""

    check_name = models.CharField("Prüfung", max_length=80)
    severity = models.CharField("Schwere", max_length=8, choices=Severity)
    text = models.TextField("Befund")
    url = models.CharField("Adresse", max_length=500, blank=True, default="")
    first_seen_at = models.DateTimeField("zuerst gefunden")
    last_seen_at = models.DateTimeField("zuletzt gefunden")

    class Meta:
        verbose_name = "Befund"
        verbose_name_plural = "Befunde"
        indexes = [models.Index(fields=["check_name"], name="finding_check")]

    def __str__(self) -> str:
        return self.text
