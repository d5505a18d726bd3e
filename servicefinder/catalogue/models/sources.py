"""Where imported content comes from, what it said last time, and where a department says otherwise."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from ..enums import Decision, SourceKind
from .identities import Office, Service


class ImportRun(models.Model):
    """One import, with its report by record."""

    source = models.CharField("Quelle", max_length=40)
    format = models.CharField("Format", max_length=20)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="von"
    )
    started_at = models.DateTimeField("begonnen", auto_now_add=True)
    finished_at = models.DateTimeField("beendet", null=True, blank=True)
    dry_run = models.BooleanField("nur Probe", default=False)
    publish = models.BooleanField("veröffentlicht", default=False)
    counts = models.JSONField("Zahlen", default=dict, blank=True)
    report = models.JSONField("Bericht", default=list, blank=True)

    class Meta:
        verbose_name = "Import"
        verbose_name_plural = "Importe"
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.source} {self.started_at:%d.%m.%Y %H:%M}"


class SourceRecord(models.Model):
    """A record of another system and what it became here; a service may have several.

    `fields` holds the neutral values of the last import: the base to tell the source's changes from ours.
    Without service or office it was deleted here, and is not created again.
    """

    source = models.CharField("Quelle", max_length=40)
    kind = models.CharField("Art", max_length=10, choices=SourceKind.choices)
    external_id = models.CharField("Kennung dort", max_length=200)
    service = models.ForeignKey(
        Service, models.SET_NULL, null=True, blank=True, related_name="sources", verbose_name="Dienstleistung"
    )
    office = models.ForeignKey(
        Office, models.SET_NULL, null=True, blank=True, related_name="sources", verbose_name="Standort"
    )
    fields = models.JSONField("zuletzt importierte Werte", default=dict, blank=True)
    digest = models.CharField("Prüfsumme", max_length=64, blank=True)
    url = models.CharField("Adresse dort", max_length=500, blank=True)
    last_seen = models.DateTimeField("zuletzt gesehen", null=True, blank=True)

    class Meta:
        verbose_name = "Datensatz einer Quelle"
        verbose_name_plural = "Datensätze von Quellen"
        constraints = [
            # Services and places of one source may carry the same number.
            models.UniqueConstraint(fields=["source", "kind", "external_id"], name="source_record"),
            models.CheckConstraint(
                name="source_record_target",
                condition=Q(kind=SourceKind.SERVICE, office__isnull=True)
                | Q(kind=SourceKind.OFFICE, service__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.external_id}"


class ImportDifference(models.Model):
    """A field that the source and the department both changed since the last import."""

    source_record = models.ForeignKey(
        SourceRecord, models.CASCADE, related_name="differences", verbose_name="Datensatz"
    )
    run = models.ForeignKey(
        ImportRun, models.SET_NULL, null=True, blank=True, related_name="differences", verbose_name="Import"
    )
    field = models.CharField("Feld", max_length=60)
    base = models.JSONField("vorher", null=True, blank=True)
    current = models.JSONField("bei uns", null=True, blank=True)
    incoming = models.JSONField("in der Quelle", null=True, blank=True)
    decision = models.CharField(
        "Entscheidung", max_length=10, choices=Decision.choices, default=Decision.OPEN
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="von"
    )
    decided_at = models.DateTimeField("am", null=True, blank=True)
    created_at = models.DateTimeField("gefunden", auto_now_add=True)

    class Meta:
        verbose_name = "Abweichung"
        verbose_name_plural = "Abweichungen"
        ordering = ["source_record", "field"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_record", "field"],
                condition=Q(decision=Decision.OPEN),
                name="import_difference_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_record} {self.field}"
