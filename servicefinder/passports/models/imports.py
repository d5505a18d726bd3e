"""Delivery lists on their way in."""

from django.conf import settings
from django.db import models

from ..enums import RunState


class ImportRun(models.Model):
    """Counts and numbers of lines; no content, no name of a file."""

    created_at = models.DateTimeField("angelegt", auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField("Zustand", max_length=20, choices=RunState.choices, default=RunState.RECEIVING)
    automatic = models.BooleanField("aus dem Ordner", default=False)
    is_complete = models.BooleanField("vollständig", default=False)
    refusal = models.CharField("Grund", max_length=200, blank=True, default="")
    lines = models.PositiveIntegerField("Zeilen", default=0)
    bad = models.PositiveIntegerField("fehlerhaft", default=0)
    # [[number of the line, LineProblem]], the first ones.
    bad_lines = models.JSONField("fehlerhafte Zeilen", default=list)
    slices = models.PositiveIntegerField("Teile", default=0)
    done_slices = models.PositiveIntegerField("Teile fertig", default=0)
    new = models.PositiveIntegerField("neu", default=0)
    changed = models.PositiveIntegerField("geändert", default=0)
    unchanged = models.PositiveIntegerField("unverändert", default=0)
    # Of documents that may have been handed out and deleted since.
    old = models.PositiveIntegerField("zu alt", default=0)

    class Meta:
        verbose_name = "Lieferliste"
        verbose_name_plural = "Lieferlisten"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Lieferliste {self.pk}"

    @property
    def is_useless(self) -> bool:
        """No line of it was understood: there is nothing to take over."""
        return self.bad >= self.lines


class ImportSlice(models.Model):
    """Some hundred lines as digests, sealed under a pepper; goes with the transaction that takes it over."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField("Nummer")
    pepper = models.CharField("Schlüsselname", max_length=40)
    sealed = models.BinaryField("Inhalt, verschlüsselt")

    class Meta:
        verbose_name = "Teil einer Lieferliste"
        verbose_name_plural = "Teile von Lieferlisten"
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="import_slice")]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.number}"
