"""A file of addresses between the check and the taking over."""

from django.conf import settings
from django.db import models

from ..enums import UploadState


class AddressUpload(models.Model):
    """`content` is emptied once it was taken over; `report` are the lines that were shown."""

    format_name = models.CharField("Format", max_length=20)
    name = models.CharField("Datei", max_length=200)
    content = models.BinaryField("Inhalt")
    report = models.JSONField("Bericht", default=list)
    is_possible = models.BooleanField("fehlerfrei", default=False)
    state = models.CharField(
        "Zustand", max_length=10, choices=UploadState.choices, default=UploadState.CHECKED
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="von"
    )
    created_at = models.DateTimeField("hochgeladen", auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "Datei mit Adressen"
        verbose_name_plural = "Dateien mit Adressen"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name
