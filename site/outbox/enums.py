"""States of background work."""

from django.db import models


class JobState(models.TextChoices):
    """WAITING → RUNNING → (row deleted) | WAITING again | STUCK; a new change or a person revives STUCK."""

    WAITING = "waiting", "wartet"
    RUNNING = "running", "läuft"
    STUCK = "stuck", "hängt"


class Severity(models.TextChoices):
    """How urgent a nightly finding is, the most urgent first."""

    ERROR = "error", "Fehler"
    WARNING = "warning", "Warnung"
    INFO = "info", "Hinweis"
