"""How long documents took, kept after the documents are gone."""

from django.db import models

from ..enums import DocumentKind


class MeasuredTime(models.Model):
    """How many documents that were deleted in `month` took `days` for a step; nothing about any of them."""

    class Step(models.TextChoices):
        PRODUCTION = "production", "von der Bestellung bis abholbereit"
        PICKUP = "pickup", "von abholbereit bis ausgehändigt"

    kind = models.CharField("Dokumentart", max_length=20, choices=DocumentKind.choices)
    step = models.CharField("Schritt", max_length=12, choices=Step.choices)
    month = models.DateField("Monat")
    days = models.PositiveSmallIntegerField("Tage")
    count = models.PositiveIntegerField("Anzahl")

    class Meta:
        verbose_name = "Gemessene Dauer"
        verbose_name_plural = "Gemessene Dauern"
        constraints = [
            models.UniqueConstraint(fields=["kind", "step", "month", "days"], name="measured_time")
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.step}: {self.days}"


class UsualTime(models.Model):
    """Half and nine of ten documents of a kind were ready within so many days."""

    kind = models.CharField("Dokumentart", max_length=20, choices=DocumentKind.choices, unique=True)
    median_days = models.PositiveSmallIntegerField("Hälfte")
    percentile_90_days = models.PositiveSmallIntegerField("neun von zehn")
    count = models.PositiveIntegerField("gemessen")

    class Meta:
        verbose_name = "Übliche Dauer"
        verbose_name_plural = "Übliche Dauern"

    def __str__(self) -> str:
        return f"{self.kind}: {self.median_days}"
