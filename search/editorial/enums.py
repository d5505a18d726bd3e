"""Kinds of synonyms, states of gaps."""

from django.db import models


class SynonymKind(models.TextChoices):
    """EQUAL: each term stands for all others. ONE_WAY: terms find the targets, not the reverse."""

    EQUAL = "equal", "gleichbedeutend"
    ONE_WAY = "one_way", "nur in eine Richtung"


class GapState(models.TextChoices):
    """OPEN → ASSIGNED → DONE | DECLINED; whatever is over can be opened again."""

    OPEN = "open", "offen"
    ASSIGNED = "assigned", "zugewiesen"
    DONE = "done", "erledigt"
    DECLINED = "declined", "abgelehnt"


class GapReason(models.TextChoices):
    NOTHING_FOUND = "nothing_found", "nichts gefunden"
    NEVER_CLICKED = "never_clicked", "nie angeklickt"
