"""Districts, streets and the houses in them."""

import uuid

from django.db import models


class District(models.Model):
    name = models.CharField("Name", max_length=80, unique=True)
    slug = models.SlugField("Kennung", max_length=80, unique=True)

    class Meta:
        verbose_name = "Stadtteil"
        verbose_name_plural = "Stadtteile"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Street(models.Model):
    """`folded` is the name as `domain.folding` writes it: what people type is compared with it."""

    name = models.CharField("Name", max_length=120)
    folded = models.CharField("Name zum Vergleichen", max_length=120, db_index=True, editable=False)
    sort_key = models.CharField("Sortierung nach DIN 5007", max_length=160, db_index=True, editable=False)
    municipality = models.CharField("Ort", max_length=80, blank=True)

    class Meta:
        verbose_name = "Straße"
        verbose_name_plural = "Straßen"
        ordering = ["sort_key"]
        constraints = [models.UniqueConstraint(fields=["folded", "municipality"], name="street_once")]

    def __str__(self) -> str:
        return self.name


class Address(models.Model):
    """One house: street, number and suffix (`12`, `a`), lower case; the id stands in public addresses."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    street = models.ForeignKey(Street, models.CASCADE, related_name="addresses", verbose_name="Straße")
    number = models.PositiveIntegerField("Hausnummer")
    suffix = models.CharField("Zusatz", max_length=8, blank=True)
    postal_code = models.CharField("Postleitzahl", max_length=5)
    district = models.ForeignKey(District, models.PROTECT, related_name="addresses", verbose_name="Stadtteil")
    latitude = models.FloatField("Breite", null=True, blank=True)
    longitude = models.FloatField("Länge", null=True, blank=True)

    class Meta:
        verbose_name = "Adresse"
        verbose_name_plural = "Adressen"
        ordering = ["street", "number", "suffix"]
        constraints = [models.UniqueConstraint(fields=["street", "number", "suffix"], name="address_once")]

    def __str__(self) -> str:
        return f"{self.street} {self.house_number}"

    @property
    def house_number(self) -> str:
        """`12 a`, `7`."""
        return f"{self.number} {self.suffix}".strip()
