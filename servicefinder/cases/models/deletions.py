"""Proofs that nothing was removed unseen: what was deleted by rule, and the daily anchor."""

from django.db import models


class DeletionProof(models.Model):
    """Says that a case was deleted and why; a restored backup replays these rows."""

    case_id = models.UUIDField("Vorgang", unique=True)
    reference = models.CharField("Aktenzeichen", max_length=20)
    case_type = models.CharField("Vorgangsart", max_length=60)
    reason = models.CharField("Anlass", max_length=20)
    closed_on = models.DateField("abgeschlossen", null=True, blank=True)
    deleted_at = models.DateTimeField("gelöscht")
    documents = models.PositiveIntegerField("Dokumente")
    journal_count = models.PositiveIntegerField("Journaleinträge")
    journal_head = models.CharField("letzter Prüfwert", max_length=64)

    class Meta:
        verbose_name = "Löschnachweis"
        verbose_name_plural = "Löschnachweise"
        ordering = ["-deleted_at"]

    def __str__(self) -> str:
        return self.reference


class Anchor(models.Model):
    """State of all chains at the end of a day. `mac` covers the row and the one before."""

    day = models.DateField("Tag", unique=True)
    cases = models.PositiveIntegerField("Vorgänge")
    entries = models.PositiveBigIntegerField("Journaleinträge")
    heads = models.CharField("Hash aller Kettenenden", max_length=64)
    deletions = models.PositiveIntegerField("Löschungen insgesamt")
    mac = models.CharField("Prüfwert", max_length=64)

    class Meta:
        verbose_name = "Tagesanker"
        verbose_name_plural = "Tagesanker"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day}"
