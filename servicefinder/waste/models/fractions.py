"""What is collected apart: Restmüll, Biotonne, Altpapier, Gelbe Tonne, Astwerk, Weihnachtsbaum."""

from django.db import models


class Fraction(models.Model):
    """`key` is ASCII and stands in the UID of calendars; `symbol` names an icon beside the colour."""

    key = models.SlugField("Kennung", max_length=40, unique=True)
    name = models.CharField("Name", max_length=60, unique=True)
    name_en = models.CharField("Name auf Englisch", max_length=60, blank=True)
    colour = models.CharField("Farbe", max_length=7, help_text="Als #rrggbb.")
    symbol = models.CharField("Zeichen", max_length=20)
    description = models.CharField("Was hineingehört", max_length=300, blank=True)
    order = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta:
        verbose_name = "Abfallart"
        verbose_name_plural = "Abfallarten"
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name
