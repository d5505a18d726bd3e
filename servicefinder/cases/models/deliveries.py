"""Handing a case over to another system."""

import uuid

from django.db import models

from ..enums import DeliveryState
from .cases import Case


class Delivery(models.Model):
    """One hand-over of one case to one target. `id` is the idempotency key that the target sees."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="deliveries")
    target = models.CharField("Ziel", max_length=60)
    options = models.JSONField("Einstellungen", default=dict, blank=True)
    state = models.CharField(
        "Zustand", max_length=8, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    progress = models.JSONField("Stand", default=dict, blank=True, help_text="Was ein Ziel sich merkt.")
    receipt = models.CharField("Kennung beim Empfänger", max_length=200, blank=True)
    created_at = models.DateTimeField("angelegt", auto_now_add=True)
    delivered_at = models.DateTimeField("übergeben", null=True, blank=True)

    class Meta:
        verbose_name = "Übergabe"
        verbose_name_plural = "Übergaben"
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["case", "target"], name="delivery_once_per_target")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.target}"
