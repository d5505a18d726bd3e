"""Uploaded files of the waste department: looked at first, applied by the worker."""

from django.conf import settings
from django.db import models

from ..enums import ImportKind, ImportState
from .plans import Plan


class PlanImport(models.Model):
    """`report` is the dry run: `{"changed", "examples", "problems": [{"line", "text"}]}`."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="imports", verbose_name="Plan")
    kind = models.CharField("Inhalt", max_length=10, choices=ImportKind.choices)
    name = models.CharField("Datei", max_length=120)
    content = models.BinaryField("Inhalt der Datei")
    report = models.JSONField("Probelauf", default=dict)
    state = models.CharField("Stand", max_length=10, choices=ImportState.choices, default=ImportState.CHECKED)
    done = models.PositiveIntegerField("erledigt", default=0)
    total = models.PositiveIntegerField("Zeilen", default=0)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="Person"
    )
    uploaded_at = models.DateTimeField("hochgeladen", auto_now_add=True)
    applied_at = models.DateTimeField("übernommen", null=True)

    class Meta:
        verbose_name = "Import"
        verbose_name_plural = "Importe"
        ordering = ["-pk"]
