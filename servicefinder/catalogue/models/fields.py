"""Fields that the catalogue's models share."""

from typing import Any

from django.db import models
from django.forms import Field
from wagtail.fields import RichTextField

from ..editing.euros import EuroField
from .validators import validate_link, validate_phone, validate_postal_code

# What a description may contain. Headings, tables and pictures would break the parts' own order.
TEXT_FEATURES = ["bold", "ol", "ul", "link", "document-link"]


def formatted_text(label: str, help_text: str = "") -> RichTextField:
    """An optional paragraph text with lists and links."""
    return RichTextField(label, features=TEXT_FEATURES, blank=True, help_text=help_text)


def link(label: str, help_text: str = "") -> models.CharField[str, str]:
    """An optional web, mail or telephone address."""
    return models.CharField(
        label, max_length=500, blank=True, validators=[validate_link], help_text=help_text
    )


def phone_field(label: str = "Telefon") -> models.CharField[str, str]:
    return models.CharField(label, max_length=30, blank=True, validators=[validate_phone])


def email_field(label: str = "E-Mail") -> models.EmailField[str, str]:
    return models.EmailField(label, blank=True)


def postal_code_field() -> models.CharField[str, str]:
    return models.CharField("Postleitzahl", max_length=5, blank=True, validators=[validate_postal_code])


def short_text(label: str, max_length: int = 255, **options: Any) -> models.CharField[str, str]:
    """An optional line of plain text."""
    return models.CharField(label, max_length=max_length, blank=True, **options)


class CentsField(models.PositiveIntegerField):  # type: ignore[type-arg]
    """An optional amount in cents that forms show and take in euros."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"null": True, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> Field:  # type: ignore[override]
        return EuroField(required=False, label=self.verbose_name, help_text=self.help_text)
