"""What people of one part of the city should know: a closed street, a water pipe, a festival."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from home.blocks.links import validate_address

from .places import District


class DistrictNotice(models.Model):
    """Shown from the first to the last day, both included, to who looks at an address of the districts."""

    title = models.CharField("Überschrift", max_length=120)
    text = models.TextField(
        "Text", max_length=600, blank=True, help_text="Ein bis drei Sätze: was, wo, bis wann."
    )
    link = models.CharField("Mehr dazu (Adresse)", max_length=500, blank=True, validators=[validate_address])
    districts = models.ManyToManyField(District, related_name="notices", verbose_name="Stadtteile")
    starts_on = models.DateField("sichtbar ab", default=timezone.localdate)
    ends_on = models.DateField("sichtbar bis", db_index=True)

    class Meta:
        verbose_name = "Hinweis für Stadtteile"
        verbose_name_plural = "Hinweise für Stadtteile"
        ordering = ["-starts_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="district_notice_in_order",
                violation_error_message="Der Hinweis endet, bevor er beginnt.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": "Der Hinweis endet, bevor er beginnt."})
