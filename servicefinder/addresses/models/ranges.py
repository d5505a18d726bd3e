"""Ranges of house numbers: how tours, school districts and polling places are tied to houses."""

from django.db import models
from django.db.models import Q

from ..enums import Parity
from .places import Street


class NumberRange(models.Model):
    """From a house to a house of one street, both included: `12 a` to `12 c`, the odd ones of 1 to 99.

    Without `last_number` up to the end of the street; without `last_suffix` all suffixes of the last number.
    """

    street = models.ForeignKey(Street, models.CASCADE, related_name="+", verbose_name="Straße")
    parity = models.CharField("Seite", max_length=4, choices=Parity.choices, default=Parity.ALL)
    first_number = models.PositiveIntegerField("von Hausnummer", default=1)
    first_suffix = models.CharField("von Zusatz", max_length=8, blank=True)
    last_number = models.PositiveIntegerField("bis Hausnummer", null=True, blank=True)
    last_suffix = models.CharField("bis Zusatz", max_length=8, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(last_number__isnull=True) | Q(last_number__gte=models.F("first_number")),
                name="%(app_label)s_%(class)s_in_order",
            )
        ]
