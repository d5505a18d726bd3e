"""Counts for the dashboard and the service pages, written once a day. Nothing in them points to a case."""

from django.db import models

from servicefinder.catalogue.models import Department, Service

from .types import CaseType


class MonthFigures(models.Model):
    """One month of one type in one department; stays when its cases are deleted.

    `durations` counts closed cases by whole days from arrival to closing: `{"3": 12, "10": 1}`. Counts can be
    added up, medians cannot.
    """

    department = models.ForeignKey(Department, models.CASCADE, related_name="+", verbose_name="Amt")
    case_type = models.ForeignKey(CaseType, models.CASCADE, related_name="+", verbose_name="Vorgangsart")
    month = models.DateField("Monat")
    received = models.PositiveIntegerField("eingegangen", default=0)
    closed = models.PositiveIntegerField("abgeschlossen", default=0)
    durations = models.JSONField("Dauer in Tagen", default=dict, blank=True)

    class Meta:
        verbose_name = "Monatszahlen"
        verbose_name_plural = "Monatszahlen"
        ordering = ["month"]
        constraints = [
            models.UniqueConstraint(fields=["department", "case_type", "month"], name="month_figures")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class ServiceDuration(models.Model):
    """How long the cases of a service took that were closed lately."""

    service = models.OneToOneField(Service, models.CASCADE, related_name="+", verbose_name="Dienstleistung")
    median_days = models.FloatField("Median in Tagen")
    percentile_90_days = models.FloatField("neun von zehn in Tagen")
    count = models.PositiveIntegerField("Vorgänge")
    measured_at = models.DateTimeField("gemessen", auto_now=True)

    class Meta:
        verbose_name = "gemessene Dauer"
        verbose_name_plural = "gemessene Dauern"

    def __str__(self) -> str:
        return f"{self.count}: {self.median_days}"
