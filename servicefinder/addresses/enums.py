"""Kinds that addresses are told apart by."""

from django.db import models


class Parity(models.TextChoices):
    """Which side of a street a range of house numbers means."""

    ALL = "all", "alle"
    ODD = "odd", "ungerade"
    EVEN = "even", "gerade"
