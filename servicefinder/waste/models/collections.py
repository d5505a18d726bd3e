"""The published days, written by publication and by each shift: the read model of every output."""

from django.db import models

from ..enums import CollectionState
from .fractions import Fraction
from .tours import Tour


class Collection(models.Model):
    """One fraction of one tour on one day. No row goes while its plan is public: a day that does not take
    place stays as `cancelled`, so that calendars of subscribers drop it.

    `planned_on` never changes and is part of the UID; `sequence` and `changed_at` rise with each change.
    """

    tour = models.ForeignKey(Tour, models.CASCADE, related_name="collections", verbose_name="Tour")
    fraction = models.ForeignKey(
        Fraction, models.PROTECT, related_name="collections", verbose_name="Abfallart"
    )
    planned_on = models.DateField("geplant am")
    day = models.DateField("Tag")
    state = models.CharField(
        "Stand", max_length=10, choices=CollectionState.choices, default=CollectionState.PLANNED
    )
    reason = models.CharField("Grund", max_length=150, blank=True)
    sequence = models.PositiveIntegerField("Änderungen", default=0)
    changed_at = models.DateTimeField("geändert")

    class Meta:
        verbose_name = "Abfuhrtag"
        verbose_name_plural = "Abfuhrtage"
        ordering = ["day", "fraction"]
        constraints = [
            models.UniqueConstraint(fields=["tour", "fraction", "planned_on"], name="collection_once")
        ]
        indexes = [
            models.Index(fields=["tour", "day"], name="collection_tour_day"),
            models.Index(fields=["tour", "changed_at"], name="collection_tour_change"),
        ]
