"""Shifts: a planned day that is done on another day, or not at all."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from ..enums import ShiftSource, ShiftState
from .fractions import Fraction
from .plans import Plan
from .tours import Tour


class Shift(models.Model):
    """Moves `planned_on` to `moved_to` (None: cancelled), for all tours and fractions or for one.

    The nearest one counts: of a tour and fraction before of a tour, of a tour before of all.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="shifts", verbose_name="Plan")
    tour = models.ForeignKey(
        Tour, models.CASCADE, null=True, blank=True, related_name="shifts", verbose_name="Tour"
    )
    fraction = models.ForeignKey(
        Fraction, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Abfallart"
    )
    planned_on = models.DateField("geplant am")
    moved_to = models.DateField("verschoben auf", null=True, blank=True)
    reason = models.CharField("Grund", max_length=150)
    source = models.CharField("Anlass", max_length=10, choices=ShiftSource.choices, default=ShiftSource.HAND)
    state = models.CharField("Stand", max_length=10, choices=ShiftState.choices, default=ShiftState.PROPOSED)
    conflict = models.CharField("Konflikt", max_length=300, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    changed_at = models.DateTimeField("geändert", auto_now=True)

    class Meta:
        verbose_name = "Verschiebung"
        verbose_name_plural = "Verschiebungen"
        ordering = ["planned_on", "tour"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "planned_on"],
                condition=Q(tour__isnull=True, fraction__isnull=True),
                name="shift_once_for_all",
            ),
            models.UniqueConstraint(
                fields=["plan", "fraction", "planned_on"],
                condition=Q(tour__isnull=True, fraction__isnull=False),
                name="shift_once_for_fraction",
            ),
            models.UniqueConstraint(
                fields=["plan", "tour", "planned_on"],
                condition=Q(tour__isnull=False, fraction__isnull=True),
                name="shift_once_for_tour",
            ),
            models.UniqueConstraint(
                fields=["plan", "tour", "fraction", "planned_on"],
                condition=Q(tour__isnull=False, fraction__isnull=False),
                name="shift_once_for_tour_fraction",
            ),
        ]
