"""A place that citizens go to, in one language."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from home.enums import StepFree

from ..editing.copying import FlatCopyForm
from ..editing.places import office_tabs
from ..enums import AddressKind
from .fields import email_field, formatted_text, phone_field, postal_code_field, short_text
from .flat_addresses import FlatAddressPage
from .identities import Office


def coordinate(label: str, limit: int) -> models.DecimalField:  # type: ignore[type-arg]
    """Degrees in WGS 84; six places are about ten centimetres."""
    return models.DecimalField(
        label,
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-limit), MaxValueValidator(limit)],
    )


class OfficePage(FlatAddressPage):
    """Address, access and opening hours.

    On public holidays in Hesse it is closed unless `open_on_holidays`.
    """

    identity_field = "office"
    address_kind = AddressKind.OFFICE
    text_fields = ("hours_note", "accessibility", "public_transport", "description")
    parent_page_types = ["catalogue.DepartmentPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["office"]
    copy_form_class = FlatCopyForm
    edit_handler = office_tabs()

    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, editable=False, related_name="pages"
    )

    address = short_text("Straße und Hausnummer", 120)
    postal_code = postal_code_field()
    city = short_text("Ort", 80)
    latitude = coordinate("Breitengrad", 90)
    longitude = coordinate("Längengrad", 180)

    step_free = models.CharField("Zugang mit Rollstuhl", max_length=10, choices=StepFree.choices, blank=True)
    accessibility = formatted_text("Barrierefreiheit")
    public_transport = short_text("Bus und Bahn", 300)

    phone = phone_field()
    email = email_field()

    by_appointment_only = models.BooleanField("nur mit Termin", default=False)
    open_on_holidays = models.BooleanField("auch an Feiertagen geöffnet", default=False)
    hours_note = short_text("Anmerkung zu den Öffnungszeiten", 300)
    description = formatted_text("Beschreibung")

    class Meta:
        verbose_name = "Standort"
        verbose_name_plural = "Standorte"

    def clean(self) -> None:
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": "Bitte beide Koordinaten angeben oder keine."})
