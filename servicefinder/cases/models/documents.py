"""Documents of a case, encrypted with its key, outside the public media."""

import uuid

from django.conf import settings
from django.db import models

from uploads.storage import private_name, private_storage

from ..enums import DocumentSource
from .cases import Case


class CaseDocument(models.Model):
    """`size` and `sha256` are those of the content before encryption; the sender's file name is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="documents")
    source = models.CharField("Herkunft", max_length=10, choices=DocumentSource.choices)
    public = models.BooleanField("für die antragstellende Person sichtbar", default=False)
    sealed_name = models.BinaryField("Dateiname, verschlüsselt")
    file = models.FileField("Datei, verschlüsselt", upload_to=private_name, storage=private_storage)
    media_type = models.CharField("Art", max_length=100)
    size = models.PositiveIntegerField("Größe in Bytes")
    sha256 = models.CharField("SHA-256", max_length=64)
    added_at = models.DateTimeField("hinzugefügt", auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sent_on = models.DateField("als Brief versandt am", null=True, blank=True)
    first_opened_at = models.DateTimeField("zuerst abgerufen", null=True, blank=True)

    class Meta:
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"
        ordering = ["added_at"]

    def __str__(self) -> str:
        return f"{self.get_source_display()}, {self.media_type}"
