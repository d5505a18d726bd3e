"""Files that the department reads in: checked first, then taken over or thrown away."""

from django.conf import settings
from django.db import models

from ..enums import ImportKind, ImportState
from .plans import Plan


class PlanImport(models.Model):
    """`text` is kept only until the file is decided upon. `problems` is a list of [line or None, sentence];
    `effect` what the check found, in numbers.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="imports", verbose_name="Plan")
    kind = models.CharField("Inhalt", max_length=10, choices=ImportKind.choices)
    text = models.TextField("Datei")
    state = models.CharField("Stand", max_length=10, choices=ImportState.choices)
    problems = models.JSONField("Fehler", default=list)
    effect = models.JSONField("Wirkung", default=dict)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="Person"
    )
    made_at = models.DateTimeField("eingelesen am", auto_now_add=True)

    class Meta:
        verbose_name = "Eingelesene Datei"
        verbose_name_plural = "Eingelesene Dateien"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
