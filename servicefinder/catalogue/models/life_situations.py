"""Lebenslagen: a city-wide list, so a snippet and not owned by a department."""

from django.db import models
from wagtail.models import TranslatableMixin

from .fields import formatted_text, short_text


class LifeSituation(TranslatableMixin, models.Model):
    """A situation in which people need several services at once.

    Order and pictures are those of the German row.
    """

    title = models.CharField("Titel", max_length=120)
    slug = models.SlugField("Adresse", max_length=120, help_text="Der Teil nach /lebenslagen/.")
    teaser = short_text("Ein Satz", 200)
    body = formatted_text("Text")
    picture = models.SlugField(
        "Zeichnung", max_length=60, blank=True, help_text="Name der Zeichnung, zum Beispiel „umziehen“."
    )
    image = models.ForeignKey(
        "home.CityImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="oder Bild"
    )
    order = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta(TranslatableMixin.Meta):
        verbose_name = "Lebenslage"
        verbose_name_plural = "Lebenslagen"
        ordering = ["order", "title"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="life_situation_slug")]

    def __str__(self) -> str:
        return self.title
