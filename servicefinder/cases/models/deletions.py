"""Proofs that nothing was removed unseen: what was deleted by rule, and the daily anchor."""

from django.conf import settings
from django.db import models

from ..enums import ErasureReason
from .cases import Case


class DeletionProof(models.Model):
    """Says that a case was deleted and why; a restored backup replays these rows. `mac` covers the row."""

    case_id = models.UUIDField("Vorgang", unique=True)
    reference = models.CharField("Aktenzeichen", max_length=20)
    case_type = models.CharField("Vorgangsart", max_length=60)
    reason = models.CharField("Anlass", max_length=20)
    received_at = models.DateTimeField("eingegangen")
    closed_on = models.DateField("abgeschlossen", null=True, blank=True)
    deleted_at = models.DateTimeField("gelöscht")
    documents = models.PositiveIntegerField("Dokumente")
    journal_count = models.PositiveIntegerField("Journaleinträge")
    journal_head = models.CharField("letzter Prüfwert", max_length=64)
    mac = models.CharField("Prüfwert", max_length=64)

    class Meta:
        verbose_name = "Löschnachweis"
        verbose_name_plural = "Löschnachweise"
        ordering = ["-deleted_at"]

    def __str__(self) -> str:
        return self.reference


class Anchor(models.Model):
    """State of all chains as of `at`, once a day. `mac` covers the row and the one before."""

    day = models.DateField("Tag", unique=True)
    at = models.DateTimeField("Stand")
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


class ErasureRequest(models.Model):
    """Somebody asked for a case to be erased (Art. 17 GDPR); a second person decides."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="erasure_request")
    reason = models.CharField("Anlass", max_length=20, choices=ErasureReason.choices)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    requested_at = models.DateTimeField("beantragt", auto_now_add=True)

    class Meta:
        verbose_name = "Löschantrag"
        verbose_name_plural = "Löschanträge"
        ordering = ["requested_at"]

    def __str__(self) -> str:
        return str(self.case_id)
