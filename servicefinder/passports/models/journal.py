"""What was done, by whom, and how much of it: a chain of entries without content."""

from django.conf import settings
from django.db import models

from ..enums import EntryKind


class PassportJournal(models.Model):
    """One row: number and MAC of the newest entry."""

    count = models.PositiveIntegerField("Einträge", default=0)
    head = models.CharField("letzter Prüfwert", max_length=64, blank=True, default="")

    class Meta:
        verbose_name = "Stand des Ausweisjournals"
        verbose_name_plural = "Stand des Ausweisjournals"

    def __str__(self) -> str:
        return str(self.count)


class PassportEntry(models.Model):
    """Only added. `counts` holds numbers and reasons; `mac` covers the entry and the one before."""

    sequence = models.PositiveIntegerField("Nummer", unique=True)
    at = models.DateTimeField("am")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    by_name = models.CharField("wer", max_length=150)
    kind = models.CharField("was", max_length=20, choices=EntryKind.choices)
    counts = models.JSONField("wie viele", default=dict)
    mac = models.CharField("Prüfwert", max_length=64)

    class Meta:
        verbose_name = "Eintrag im Ausweisjournal"
        verbose_name_plural = "Ausweisjournal"
        ordering = ["-sequence"]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.get_kind_display()}"
