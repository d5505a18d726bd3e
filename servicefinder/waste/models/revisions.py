"""What a plan was when it was published, so that a person can go back to it."""

from django.conf import settings
from django.db import models

from .plans import Plan


class PlanRevision(models.Model):
    """`content` is what `domain.contents` writes: tours, rhythms, houses and shifts."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="revisions", verbose_name="Plan")
    content = models.JSONField("Inhalt")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="Person"
    )
    made_at = models.DateTimeField("veröffentlicht am")

    class Meta:
        verbose_name = "Veröffentlichter Stand"
        verbose_name_plural = "Veröffentlichte Stände"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Stand {self.pk}"
