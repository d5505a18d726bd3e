"""Ranges of house numbers: how tours, school districts and polling places are tied to houses."""

from django.core.exceptions import ValidationError
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

    def clean(self) -> None:
        super().clean()
        self.first_suffix, self.last_suffix = self.first_suffix.lower(), self.last_suffix.lower()
        if self.last_number is None and self.last_suffix:
            raise ValidationError({"last_suffix": "Ein Zusatz braucht die Hausnummer, zu der er gehört."})
        if self.last_number is None or self.first_number is None:
            return
        if self.last_number < self.first_number:
            raise ValidationError({"last_number": "Die letzte Hausnummer liegt vor der ersten."})
        if self.last_number != self.first_number:
            return
        if self.last_suffix and self.last_suffix < self.first_suffix:
            raise ValidationError({"last_suffix": "Der letzte Zusatz liegt vor dem ersten."})
        if not self._meets(self.first_number):
            raise ValidationError({"parity": "Auf dieser Seite liegt keine Hausnummer des Abschnitts."})

    def _meets(self, number: int) -> bool:
        return self.parity == Parity.ALL or (self.parity == Parity.ODD) == bool(number % 2)
