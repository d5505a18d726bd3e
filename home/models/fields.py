"""Fields that several models share."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


def latitude_field() -> Any:
    """Degrees north, WGS 84."""
    return _degrees("Breitengrad", 90, "Zum Beispiel 50,561200")


def longitude_field() -> Any:
    """Degrees east, WGS 84."""
    return _degrees("Längengrad", 180, "Zum Beispiel 8,502300")


def _degrees(name: str, limit: int, example: str) -> Any:
    return models.DecimalField(
        name,
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=example,
        validators=[MinValueValidator(-limit), MaxValueValidator(limit)],
    )
