"""Departments that are no more: entries of journals name them by their keys for ever."""

from django.db import models


class FormerDepartment(models.Model):
    """Written when a department is merged into another; `id` is the key that it had."""

    id = models.UUIDField(primary_key=True, editable=False)
    name = models.CharField("Name", max_length=255)
    merged_at = models.DateTimeField("zusammengelegt", auto_now_add=True)

    class Meta:
        verbose_name = "Früheres Amt"
        verbose_name_plural = "Frühere Ämter"

    def __str__(self) -> str:
        return self.name
