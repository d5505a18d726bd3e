"""A query that citizens get no answer to, as a task."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from ..enums import GapReason, GapState
from .statistics import QUERY_CHARACTERS

OVER = (GapState.DONE, GapState.DECLINED)


class Gap(models.Model):
    """What was asked, how often in the thirty days before, who cares for it and what came of it."""

    query = models.CharField("Suchanfrage", max_length=QUERY_CHARACTERS)
    language = models.CharField("Sprache", max_length=20, choices=settings.LANGUAGES)
    reason = models.CharField("Grund", max_length=20, choices=GapReason)
    state = models.CharField("Stand", max_length=10, choices=GapState, default=GapState.OPEN)
    department = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Amt (Seite)",
    )
    assignee = models.CharField("Zuständig", max_length=150, blank=True, help_text="Wer sich darum kümmert.")
    done = models.TextField("Was getan wurde", max_length=2000, blank=True)
    searches_before = models.PositiveIntegerField("Suchen davor", default=0)
    empty_before = models.PositiveIntegerField("davon nichts gefunden", default=0)
    clicks_before = models.PositiveIntegerField("Klicks davor", default=0)
    created_at = models.DateTimeField("Angelegt", auto_now_add=True)
    closed_on = models.DateField("Erledigt am", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "Lücke"
        verbose_name_plural = "Lücken"
        ordering = ["-searches_before", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "query"],
                condition=~Q(state__in=["done", "declined"]),
                name="one_open_gap",
            )
        ]

    def __str__(self) -> str:
        return f"„{self.query}“"

    @property
    def is_over(self) -> bool:
        return self.state in OVER
