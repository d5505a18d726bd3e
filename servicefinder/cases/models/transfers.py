"""Handing many closed cases over to another authority at once (xdomea 0401 Abgabe)."""

import uuid

from django.conf import settings
from django.db import models

from servicefinder.catalogue.models import Department
from uploads.storage import private_storage

from ..enums import TransferState
from .cases import Case


class Transfer(models.Model):
    """`id` is the process id of the message. `file` is the ZIP, sealed with a key of its own; `size` and
    `sha512` are those of the ZIP before. The row stays when the file is gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", verbose_name="abgebendes Amt"
    )
    cases = models.ManyToManyField(Case, related_name="transfers", verbose_name="Vorgänge")
    recipient = models.CharField("Empfänger", max_length=150)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    requested_at = models.DateTimeField("angefordert", auto_now_add=True)
    state = models.CharField(
        "Zustand", max_length=8, choices=TransferState.choices, default=TransferState.WAITING
    )
    problem = models.CharField("Grund", max_length=300, blank=True)
    total = models.PositiveIntegerField("Vorgänge")
    written = models.PositiveIntegerField("davon geschrieben", default=0)
    file = models.FileField("Datei, verschlüsselt", storage=private_storage, blank=True)
    size = models.PositiveBigIntegerField("Größe in Bytes", default=0)
    sha512 = models.CharField("SHA-512", max_length=128, blank=True)
    expires_at = models.DateTimeField("verfügbar bis", null=True, blank=True)

    class Meta:
        verbose_name = "Abgabe"
        verbose_name_plural = "Abgaben"
        ordering = ["-requested_at"]
        indexes = [models.Index(fields=["department", "-requested_at"], name="transfer_newest")]

    def __str__(self) -> str:
        return str(self.pk)
