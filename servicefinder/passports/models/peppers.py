"""Which peppers are in use."""

from django.db import models


class PepperMark(models.Model):
    """What a pepper makes of a fixed text: tells at start whether it is still the same one."""

    name = models.CharField("Name", max_length=40, unique=True)
    mark = models.CharField("Prüfwert", max_length=64)

    class Meta:
        verbose_name = "Prüfwert eines Schlüssels"
        verbose_name_plural = "Prüfwerte der Schlüssel"

    def __str__(self) -> str:
        return self.name
