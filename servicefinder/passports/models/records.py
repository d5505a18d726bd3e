"""All that is stored of a document."""

from django.db import models

from ..enums import DocumentKind, DocumentState


class DocumentRecord(models.Model):
    """`digest`: HMAC-SHA-256 over serial number and second fact under the pepper named `pepper`.

    Neither of the two, no name and nobody's key is stored; see ADR 18.
    """

    digest = models.BinaryField("Kennwert", max_length=32, unique=True)
    pepper = models.CharField("Schlüsselname", max_length=40, db_index=True)
    kind = models.CharField("Dokumentart", max_length=20, choices=DocumentKind.choices)
    state = models.PositiveSmallIntegerField("Stand", choices=DocumentState.choices)
    place = models.CharField("Abholort", max_length=20, blank=True, default="")
    ordered_on = models.DateField("bestellt am", null=True)
    ready_on = models.DateField("abholbereit seit", null=True)
    handed_out_on = models.DateField("ausgehändigt am", null=True)

    class Meta:
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_state_display()}"
