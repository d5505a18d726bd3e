"""A piece of work that must happen after the commit that asked for it."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from outbox.enums import JobState


class JobQuerySet(models.QuerySet["Job"]):
    def claimable(self, now: datetime) -> "JobQuerySet":
        """Due and waiting, or left behind by a worker whose lease has run out."""
        waiting = Q(state=JobState.WAITING, due_at__lte=now)
        abandoned = Q(state=JobState.RUNNING, leased_until__lt=now)
        return self.filter(waiting | abandoned)


class Job(models.Model):
    """One row per kind and key; deleted when done.

    A change that arrives while the job runs only sets `next_due_at`: the run under way may have
    read the old state, so the job goes back to waiting instead of being deleted.
    """

    kind = models.CharField("Art", max_length=80)
    key = models.CharField("Schlüssel", max_length=255)
    payload = models.JSONField("Angaben", default=dict, blank=True)
    state = models.CharField("Zustand", max_length=8, choices=JobState, default=JobState.WAITING)
    due_at = models.DateTimeField("fällig", default=timezone.now)
    next_due_at = models.DateTimeField("danach noch einmal", null=True, blank=True)
    attempts = models.PositiveIntegerField("Versuche", default=0)
    lease = models.CharField("Pfand", max_length=32, blank=True, default="")
    leased_until = models.DateTimeField("vergeben bis", null=True, blank=True)
    last_error = models.TextField("letzter Fehler", blank=True, default="")
    created_at = models.DateTimeField("angelegt", auto_now_add=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = "Auftrag"
        verbose_name_plural = "Aufträge"
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="job_once_per_key"),
            models.CheckConstraint(
                condition=Q(state=JobState.RUNNING, leased_until__isnull=False)
                | (~Q(state=JobState.RUNNING) & Q(leased_until__isnull=True, lease="")),
                name="job_leased_while_running",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="job_due"),
            models.Index(fields=["lease"], name="job_lease", condition=~Q(lease="")),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"

    @property
    def reason(self) -> str:
        """The last line of the last error: the one that says what went wrong."""
        lines = self.last_error.strip().splitlines()
        return lines[-1].strip() if lines else ""
