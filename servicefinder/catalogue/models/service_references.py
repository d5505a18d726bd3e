"""What a service points to: catalogue keys, offices, people, related services, tags. No text of its own."""

from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TaggedItemBase

from .identities import ContactPerson, Office, Service
from .translated import Part
from .validators import validate_leika


def service_page(related_name: str) -> Any:
    """The service page that a row belongs to; the row goes with it."""
    return ParentalKey("catalogue.ServicePage", on_delete=models.CASCADE, related_name=related_name)


class ServiceLeika(Part):
    page = service_page("leika")
    code = models.CharField(
        "LeiKa-Schlüssel",
        max_length=14,
        validators=[validate_leika],
        help_text="14 Ziffern, zum Beispiel 99085001012000.",
    )

    class Meta(Part.Meta):
        verbose_name = "LeiKa-Schlüssel"
        indexes = [models.Index(fields=["code"], name="service_leika_code")]

    def __str__(self) -> str:
        return self.code


class ServiceOffice(Part):
    """CASCADE, so that a draft that still names a deleted office can be opened; one in use is not deleted."""

    page = service_page("offices")
    office = models.ForeignKey(Office, models.CASCADE, related_name="+", verbose_name="Standort")

    class Meta(Part.Meta):
        verbose_name = "Standort"
        verbose_name_plural = "Standorte"


class ServiceContact(Part):
    page = service_page("contacts")
    person = models.ForeignKey(ContactPerson, models.CASCADE, related_name="+", verbose_name="Ansprechperson")

    class Meta(Part.Meta):
        verbose_name = "Ansprechperson"
        verbose_name_plural = "Ansprechpersonen"


class RelatedService(Part):
    page = service_page("related")
    service = models.ForeignKey(Service, models.CASCADE, related_name="+", verbose_name="Dienstleistung")

    class Meta(Part.Meta):
        verbose_name = "verwandte Dienstleistung"
        verbose_name_plural = "verwandte Dienstleistungen"


class ServiceTag(TaggedItemBase):
    content_object = service_page("tagged_items")

    class Meta(ItemBase.Meta):
        verbose_name = "Schlagwort einer Dienstleistung"
