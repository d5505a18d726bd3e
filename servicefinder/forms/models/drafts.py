"""Half-filled forms: encrypted with a key that only the link holds."""

import uuid

from django.db import models

from uploads.storage import private_name, private_storage

from .versions import FormVersion

DRAFTS_FOLDER = "drafts"


def draft_file_name(instance: object, filename: str) -> str:
    """In a folder of their own, so that what belongs to no row any more can be found."""
    return f"{DRAFTS_FOLDER}/{private_name(instance, '')}"


class Draft(models.Model):
    """`digest` finds the row for a token, a key derived from the token opens `sealed`: answers while the form
    is filled in, then what the confirmation shows. Without the link nobody can read either.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField("Hash des Links", max_length=64, unique=True)
    version = models.ForeignKey(FormVersion, models.PROTECT, related_name="drafts")
    language = models.CharField("Sprache", max_length=12, default="de")
    sealed = models.BinaryField("Angaben, verschlüsselt")
    revision = models.PositiveIntegerField("Stand", default=1)
    created_at = models.DateTimeField("angelegt", auto_now_add=True)
    expires_at = models.DateTimeField("gilt bis", db_index=True)
    submitted_at = models.DateTimeField("abgesendet", null=True, blank=True)

    class Meta:
        verbose_name = "Entwurf"
        verbose_name_plural = "Entwürfe"

    def __str__(self) -> str:
        return str(self.pk)


class DraftFile(models.Model):
    """An uploaded file, encrypted like its draft; it goes with the draft, or into the case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, models.CASCADE, related_name="files")
    field = models.CharField("Feld", max_length=60)
    sealed_name = models.BinaryField("Dateiname, verschlüsselt")
    file = models.FileField("Datei, verschlüsselt", upload_to=draft_file_name, storage=private_storage)
    media_type = models.CharField("Art", max_length=100)
    size = models.PositiveIntegerField("Größe in Bytes")
    added_at = models.DateTimeField("hochgeladen", auto_now_add=True)

    class Meta:
        verbose_name = "Datei eines Entwurfs"
        verbose_name_plural = "Dateien der Entwürfe"
        ordering = ["added_at"]

    def __str__(self) -> str:
        return str(self.pk)
