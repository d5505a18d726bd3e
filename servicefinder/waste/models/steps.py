"""Who did what with a plan."""

from django.conf import settings
from django.db import models

from ..enums import StepKind
from .plans import Plan


class PlanStep(models.Model):
    """One step of planning. `before`: what it changed, as it was, where the step can be taken back."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="steps", verbose_name="Plan")
    kind = models.CharField("Art", max_length=10, choices=StepKind.choices)
    label = models.CharField("Schritt", max_length=200)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="Person"
    )
    before = models.JSONField("vorher", null=True, blank=True, editable=False)
    made_at = models.DateTimeField("am", auto_now_add=True)

    class Meta:
        verbose_name = "Planungsschritt"
        verbose_name_plural = "Planungsschritte"
        ordering = ["-pk"]
