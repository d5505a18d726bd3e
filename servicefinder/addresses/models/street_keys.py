"""What streets are looked up by; written with the street, see `domain.street_keys`."""

from django.db import models

from ..enums import KeyKind
from .places import Street


class StreetKey(models.Model):
    street = models.ForeignKey(Street, models.CASCADE, related_name="keys", verbose_name="Straße")
    kind = models.CharField("Art", max_length=1, choices=KeyKind.choices)
    text = models.CharField("Schlüssel", max_length=160)

    class Meta:
        verbose_name = "Suchschlüssel einer Straße"
        verbose_name_plural = "Suchschlüssel von Straßen"
        indexes = [models.Index(fields=["kind", "text"], name="street_key_text")]

    def __str__(self) -> str:
        return f"{self.text} → {self.street_id}"
