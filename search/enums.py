"""States of an index build."""

from django.db import models


class BuildState(models.TextChoices):
    """RUNNING → DONE | FAILED."""

    RUNNING = "running", "läuft"
    DONE = "done", "fertig"
    FAILED = "failed", "abgebrochen"
