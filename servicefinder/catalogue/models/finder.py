"""What the finder counts with: one row per language, written by the worker after a publication (ADR 9)."""

from django.db import models


class FinderTable(models.Model):
    """`content` is the JSON of `domain.finder.building`; `version` changes exactly when it does.

    Processes keep the content they have read and ask only for the version.
    """

    language = models.CharField("Sprache", max_length=12, unique=True)
    version = models.CharField("Version", max_length=32)
    content = models.JSONField("Inhalt")
    built_at = models.DateTimeField("gebaut am", auto_now=True)

    class Meta:
        verbose_name = "Tabelle des Dienstleistungsfinders"
        verbose_name_plural = "Tabellen des Dienstleistungsfinders"

    def __str__(self) -> str:
        return f"{self.language} {self.version}"
