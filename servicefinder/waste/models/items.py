"""Waste A to Z: what goes where."""

from django.db import models

from ..enums import Disposal
from .fractions import Fraction


class WasteItem(models.Model):
    """`other_names`: one per line, found, not shown. Either a bin at home (`fraction`) or a `place`."""

    slug = models.SlugField("Kennung", max_length=80, unique=True)
    name = models.CharField("Name", max_length=80, unique=True)
    name_en = models.CharField("Name auf Englisch", max_length=80, blank=True)
    other_names = models.TextField("Andere Namen", blank=True, help_text="Einer je Zeile.")
    fraction = models.ForeignKey(
        Fraction, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Tonne"
    )
    place = models.CharField("Sonst wohin", max_length=12, choices=Disposal.choices, blank=True)
    hint = models.CharField("Hinweis", max_length=300, blank=True)

    class Meta:
        verbose_name = "Abfall von A bis Z"
        verbose_name_plural = "Abfälle von A bis Z"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fraction__isnull=False) ^ ~models.Q(place=""), name="waste_item_one_way"
            )
        ]

    def __str__(self) -> str:
        return self.name
