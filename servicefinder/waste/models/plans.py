"""The collection plan of one year: tours, shifts, and whether citizens may see it."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from ..enums import HolidayPolicy, PlanState


class Plan(models.Model):
    """Nothing of it is public before it is published."""

    year = models.PositiveSmallIntegerField(
        "Jahr", unique=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    state = models.CharField("Stand", max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    policy = models.CharField(
        "Feiertage", max_length=10, choices=HolidayPolicy.choices, default=HolidayPolicy.LATER
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    approved_at = models.DateTimeField("freigegeben am", null=True, blank=True, editable=False)
    published_at = models.DateTimeField("veröffentlicht am", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "Abfuhrplan"
        verbose_name_plural = "Abfuhrpläne"
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"Abfuhrplan {self.year}"
