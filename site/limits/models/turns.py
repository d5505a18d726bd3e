"""Who waits for a turn."""

from django.db import models


class Turn(models.Model):
    """When the next one of `subject` (a keyed hash) may have a turn."""

    subject = models.CharField("Hash", max_length=64, unique=True)
    next_at = models.DateTimeField("nächster Platz ab", db_index=True)

    class Meta:
        verbose_name = "Warteplatz"
        verbose_name_plural = "Warteplätze"

    def __str__(self) -> str:
        return f"ab {self.next_at:%H:%M:%S}"
