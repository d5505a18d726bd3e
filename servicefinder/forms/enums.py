"""Kinds that online forms know. Values are stored, labels are what people read."""

from django.db import models


class PaymentWay(models.TextChoices):
    """Names of payment providers of the case file, and none."""

    NONE = "", "kostenlos"
    INVOICE = "invoice", "per Rechnung"
    PICKUP = "pickup", "bei Abholung"


class BuiltInForm(models.TextChoices):
    """Simple forms of the site that an online form can take the place of. Values are kinds of messages."""

    NONE = "", "keines"
    BARRIER = "barrier", "Barriere melden (/barrierefreiheit/melden/)"
