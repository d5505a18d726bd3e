"""Queries that anybody may be shown as a suggestion."""

from django.conf import settings
from django.db import models

from search.analysis import fold

from .statistics import QUERY_CHARACTERS


class ReleasedQuery(models.Model):
    """A query that an editor read and released. `folded` is what typed letters are compared with."""

    language = models.CharField("Sprache", max_length=20, choices=settings.LANGUAGES)
    text = models.CharField("Suchanfrage", max_length=QUERY_CHARACTERS)
    folded = models.CharField(max_length=2 * QUERY_CHARACTERS, editable=False)
    searches = models.PositiveIntegerField("so oft gesucht", default=0, editable=False)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    released_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "Freigegebene Anfrage"
        verbose_name_plural = "Freigegebene Anfragen"
        ordering = ["text"]
        constraints = [models.UniqueConstraint(fields=["language", "folded"], name="released_query_once")]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = fold(self.text)[: 2 * QUERY_CHARACTERS]
        super().save(*args, **kwargs)  # type: ignore[arg-type]
