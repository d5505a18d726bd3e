"""Which rows are demo content, so that exactly they can be deleted again."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class DemoRecord(models.Model):
    """Marks one row as demo content."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", verbose_name="Art")
    object_id = models.CharField("Schlüssel", max_length=40)
    label = models.CharField("Bezeichnung", max_length=255)

    class Meta:
        verbose_name = "Musterinhalt"
        verbose_name_plural = "Musterinhalte"
        constraints = [models.UniqueConstraint(fields=["content_type", "object_id"], name="demo_record")]

    def __str__(self) -> str:
        return self.label


class DemoLoad(models.Model):
    """That the demo city was loaded into this database. It is loaded once, even if it is deleted later."""

    loaded_at = models.DateTimeField("geladen am", auto_now_add=True)
    deleted_at = models.DateTimeField("gelöscht am", null=True, blank=True)

    class Meta:
        verbose_name = "Laden der Musterstadt"
        verbose_name_plural = "Laden der Musterstadt"

    def __str__(self) -> str:
        return f"{self.loaded_at:%d.%m.%Y}"
