"""The journal of a case: append-only, one chain per case."""

from django.conf import settings
from django.db import models

from ..enums import CaseState, EntryKind
from .cases import Case


class JournalEntry(models.Model):
    """`references` hold keys of rows and codes, never content. `mac` covers the entry and the one before."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="journal")
    sequence = models.PositiveIntegerField("Nummer")
    at = models.DateTimeField("wann")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    # Stays when the account goes: the chain is reckoned with it.
    by_name = models.CharField("wer", max_length=150)
    kind = models.CharField("was", max_length=20, choices=EntryKind.choices)
    from_state = models.CharField(max_length=10, choices=CaseState.choices, blank=True)
    to_state = models.CharField(max_length=10, choices=CaseState.choices, blank=True)
    references = models.JSONField("Verweise", default=dict, blank=True)
    mac = models.CharField("Prüfwert", max_length=64)

    class Meta:
        verbose_name = "Journaleintrag"
        verbose_name_plural = "Journal"
        ordering = ["case", "sequence"]
        constraints = [models.UniqueConstraint(fields=["case", "sequence"], name="journal_sequence")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.get_kind_display()}"
