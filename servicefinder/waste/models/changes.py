"""What has changed since a plan became public: the source of the feed."""

import uuid

from django.db import models
from django.utils import timezone

from .fractions import Fraction
from .plans import Plan
from .tours import Tour


class Change(models.Model):
    """Without `tour`: the plan of a year became public. With it and without `planned_on`: many days or,
    with a `reason`, other streets.

    Else one collection: `day_before` (None: it is new or was cancelled) became `day_after` (None: cancelled).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="changes", verbose_name="Plan")
    tour = models.ForeignKey(Tour, models.CASCADE, null=True, blank=True, related_name="changes")
    fraction = models.ForeignKey(Fraction, models.PROTECT, null=True, blank=True, related_name="+")
    planned_on = models.DateField("geplant am", null=True, blank=True)
    day_before = models.DateField("bisher am", null=True, blank=True)
    day_after = models.DateField("nun am", null=True, blank=True)
    reason = models.CharField("Grund", max_length=150, blank=True)
    at = models.DateTimeField("geändert", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "Änderung"
        verbose_name_plural = "Änderungen"
        ordering = ["-at", "planned_on"]
