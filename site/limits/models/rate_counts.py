"""How often something was done from one network in one stretch of time."""

from django.db import models


class RateCount(models.Model):
    """`subject` is a keyed hash: from the table nobody can tell who did what."""

    subject = models.CharField("Hash", max_length=64)
    window_start = models.DateTimeField("ab")
    count = models.PositiveIntegerField("Anzahl", default=0)
    expires_at = models.DateTimeField("vergessen ab", db_index=True)

    class Meta:
        verbose_name = "Zählerstand"
        verbose_name_plural = "Zählerstände"
        constraints = [
            models.UniqueConstraint(fields=["subject", "window_start"], name="rate_count_once_per_window")
        ]

    def __str__(self) -> str:
        return f"{self.count} ab {self.window_start:%H:%M:%S}"
