"""Flat public addresses: one per language and slug, never forgotten while what they lead to exists."""

from django.db import models
from django.db.models import Q

from ..enums import AddressKind


class PublicAddress(models.Model):
    """A slug that leads, or once led, to a target. Older ones redirect to the current one.

    `target` is the key of the identity row, or a life situation's `translation_key`.
    """

    kind = models.CharField("Art", max_length=14, choices=AddressKind.choices)
    language = models.CharField("Sprache", max_length=12)
    slug = models.SlugField("Adresse", max_length=255)
    target = models.UUIDField("Ziel")
    current = models.BooleanField("gültig", default=True)
    public = models.BooleanField("war einmal zu sehen", default=False)
    created_at = models.DateTimeField("seit", auto_now_add=True)

    class Meta:
        verbose_name = "öffentliche Adresse"
        verbose_name_plural = "öffentliche Adressen"
        constraints = [
            models.UniqueConstraint(fields=["kind", "language", "slug"], name="public_address"),
            models.UniqueConstraint(
                fields=["kind", "language", "target"],
                condition=Q(current=True),
                name="public_address_current",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.language}:{self.slug}"
