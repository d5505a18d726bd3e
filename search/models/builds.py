"""The building of a new index beside the one that answers."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from search.enums import BuildState

# A build says every other second that it lives. One that is silent for this long was killed.
SILENCE_LIMIT = timedelta(minutes=2)


class IndexBuildQuerySet(models.QuerySet["IndexBuild"]):
    def running(self) -> "IndexBuildQuerySet":
        return self.filter(state=BuildState.RUNNING)


class IndexBuild(models.Model):
    """One rebuild: how far it is, and whether it replaced the index. At most one runs."""

    index = models.CharField("Index", max_length=120, blank=True, default="")
    process = models.CharField("Prozess", max_length=120, help_text="host:pid")
    state = models.CharField("Zustand", max_length=8, choices=BuildState, default=BuildState.RUNNING)
    started_at = models.DateTimeField("begonnen", default=timezone.now)
    heard_at = models.DateTimeField("letztes Lebenszeichen", default=timezone.now)
    finished_at = models.DateTimeField("beendet", null=True, blank=True)
    expected = models.PositiveIntegerField("Einträge", default=0)
    done = models.PositiveIntegerField("davon übernommen", default=0)
    refused = models.PositiveIntegerField("davon fehlerhaft", default=0)
    error = models.TextField("Fehler", blank=True, default="")

    objects = IndexBuildQuerySet.as_manager()

    class Meta:
        verbose_name = "Aufbau des Suchindex"
        verbose_name_plural = "Aufbauten des Suchindex"
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state=BuildState.RUNNING), name="one_build_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.index

    def is_silent(self) -> bool:
        """Nothing was heard of it for so long that it must have been killed."""
        return self.heard_at < timezone.now() - SILENCE_LIMIT


class LateChange(models.Model):
    """A record that changed while an index is being built: it is read again before and after the swap."""

    build = models.ForeignKey(IndexBuild, on_delete=models.CASCADE, related_name="late_changes")
    record = models.CharField("Eintrag", max_length=255)

    class Meta:
        verbose_name = "späte Änderung"
        verbose_name_plural = "späte Änderungen"
        constraints = [models.UniqueConstraint(fields=["build", "record"], name="late_change_once")]

    def __str__(self) -> str:
        return self.record
