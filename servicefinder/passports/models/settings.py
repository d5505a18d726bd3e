"""Which office hands documents out, where, and what it asks for."""

from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from servicefinder.catalogue.models import Department, Office

from ..enums import SecondFact


@register_setting(icon="tag", order=60)
class PassportSettings(BaseGenericSetting, ClusterableModel):  # type: ignore[django-manager-missing]
    """One row. Members of `department`, and nobody else, work with documents."""

    department = models.ForeignKey(
        Department,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Zuständiges Amt",
        help_text="Nur seine Mitglieder laden Lieferlisten, erfassen Aushändigungen und sehen die Zahlen.",
    )
    second_fact = models.CharField(
        "Zweite Angabe",
        max_length=10,
        choices=SecondFact.choices,
        default=SecondFact.BIRTHDAY,
        help_text="Steht in jeder Zeile der Lieferliste. Nach einem Wechsel gelten nur neu gelieferte"
        " Zeilen.",
    )
    phone = models.CharField("Telefon für Nachfragen", max_length=40, blank=True)

    panels = [
        FieldPanel("department"),
        FieldPanel("second_fact"),
        FieldPanel("phone"),
        InlinePanel("places", heading="Abholorte", label="Abholort"),
    ]

    class Meta:
        verbose_name = "Ausweisstatus"
        verbose_name_plural = "Ausweisstatus"


class PickupPlace(Orderable):
    """Where documents are handed out. The first one also holds for lines that name none."""

    settings = ParentalKey(PassportSettings, on_delete=models.CASCADE, related_name="places")
    code = models.CharField(
        "Kürzel in der Lieferliste",
        max_length=20,
        validators=[RegexValidator(r"^[a-z0-9-]+$", "Bitte nur Kleinbuchstaben, Ziffern und Bindestriche.")],
    )
    office = models.ForeignKey(Office, models.CASCADE, related_name="+", verbose_name="Standort")
    appointment_url = models.CharField(
        "Adresse der Terminbuchung",
        max_length=300,
        blank=True,
        validators=[RegexValidator(r"^(https://|/)", "Bitte mit https:// oder / beginnen.")],
        help_text="Nur wenn man zum Abholen einen Termin braucht.",
    )

    class Meta(Orderable.Meta):
        verbose_name = "Abholort"
        verbose_name_plural = "Abholorte"
        constraints = [models.UniqueConstraint(fields=["settings", "code"], name="pickup_place")]

    def __str__(self) -> str:
        return self.code
