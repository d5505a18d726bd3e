"""Parts of the city that something is responsible for: an office, a school, a polling place."""

from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Page

from servicefinder.catalogue.models import Office

from ..enums import AreaKind
from .places import District
from .ranges import NumberRange


class Area(ClusterableModel):
    """Whole districts, and ranges of streets that are taken from or added to them: a range wins."""

    kind = models.CharField("Wofür", max_length=10, choices=AreaKind.choices)
    name = models.CharField(
        "Name", max_length=120, help_text="Zum Beispiel „Auenschule“ oder „Wahlbezirk 07“."
    )
    place = models.CharField(
        "Ort", max_length=200, blank=True, help_text="Raum und Anschrift, wenn es keine Seite dazu gibt."
    )
    office = models.ForeignKey(
        Office, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Standort"
    )
    page = models.ForeignKey(
        Page, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Seite dazu"
    )
    districts = ParentalManyToManyField(District, blank=True, related_name="areas", verbose_name="Stadtteile")

    class Meta:
        verbose_name = "Zuständigkeitsgebiet"
        verbose_name_plural = "Zuständigkeitsgebiete"
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="area_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name}"


class AreaRange(NumberRange):
    """Houses that belong to the area, whatever their district."""

    area = ParentalKey(Area, on_delete=models.CASCADE, related_name="ranges", verbose_name="Gebiet")

    class Meta(NumberRange.Meta):
        verbose_name = "Straßenabschnitt"
        verbose_name_plural = "Straßenabschnitte"
        ordering = ["street__sort_key", "first_number", "first_suffix"]
        indexes = [models.Index(fields=["street", "area"], name="area_range_street")]
