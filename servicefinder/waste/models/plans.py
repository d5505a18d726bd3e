"""The collection plan of one year: tours, shifts, and whether citizens may see it."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from ..enums import HolidayPolicy, PlanState


class Plan(models.Model):
    """Nothing of it is public before it is published. At `publish_at` the worker publishes it.

    `edited_at` is set by what changes a plan and cleared by its publication: a public plan with it has
    changes that nobody sees yet; they are approved when `approved_at` is not earlier.
    """

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
    edited_at = models.DateTimeField("geändert am", null=True, blank=True, editable=False)
    publish_at = models.DateTimeField("veröffentlichen am", null=True, blank=True, editable=False)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    published_at = models.DateTimeField("veröffentlicht am", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "Abfuhrplan"
        verbose_name_plural = "Abfuhrpläne"
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"Abfuhrplan {self.year}"

    @property
    def is_public(self) -> bool:
        return self.state == PlanState.PUBLISHED

    @property
    def has_changes(self) -> bool:
        """Public, and changed since."""
        return self.is_public and self.edited_at is not None

    @property
    def is_approved(self) -> bool:
        """What is not public of it is approved."""
        if not self.has_changes:
            return self.state == PlanState.APPROVED
        return bool(self.approved_at and self.edited_at and self.approved_at >= self.edited_at)

    @property
    def will_miss_its_hour(self) -> bool:
        """An hour is set, and what would become public then has lost its approval by a later change."""
        waits = not self.is_public or self.has_changes
        return self.publish_at is not None and waits and not self.is_approved
