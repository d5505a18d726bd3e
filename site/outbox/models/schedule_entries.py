"""When each recurring work ran and is due again."""

from django.db import models


class ScheduleEntry(models.Model):
    """The memory of one `Recurring`; `next_at` decides which of several workers starts it."""

    name = models.CharField("Name", max_length=80, unique=True)
    next_at = models.DateTimeField("nächster Lauf")
    last_run_at = models.DateTimeField("letzter Lauf", null=True, blank=True)
    last_seconds = models.FloatField("Dauer in Sekunden", null=True, blank=True)
    last_error = models.TextField("Fehler des letzten Laufs", blank=True, default="")

    class Meta:
        verbose_name = "Zeitplan"
        verbose_name_plural = "Zeitplan"

    def __str__(self) -> str:
        return self.name
