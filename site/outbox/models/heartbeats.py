"""Signs of life."""

from django.db import models


class WorkerHeartbeat(models.Model):
    """One row per worker process, `host:pid`; rows of ended workers are cleared away by the next one."""

    worker = models.CharField("Arbeitsprozess", max_length=120, unique=True)
    started_at = models.DateTimeField("gestartet")
    beat_at = models.DateTimeField("letztes Lebenszeichen", db_index=True)

    class Meta:
        verbose_name = "Lebenszeichen"
        verbose_name_plural = "Lebenszeichen"

    def __str__(self) -> str:
        return self.worker
