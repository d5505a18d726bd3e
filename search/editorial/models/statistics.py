"""What was searched, by day: counts of queries and records, nothing about who searched."""

from django.db import models
from django.db.models import Q

QUERY_CHARACTERS = 100
RECORD_CHARACTERS = 200


class StoredQuery(models.Model):
    """A query of one language. `text` is empty as long as only its keyed hash may be kept."""

    language = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    text = models.CharField("Suchanfrage", max_length=QUERY_CHARACTERS, blank=True)

    class Meta:
        verbose_name = "Suchanfrage"
        verbose_name_plural = "Suchanfragen"
        constraints = [models.UniqueConstraint(fields=["language", "digest"], name="query_once")]
        indexes = [models.Index(fields=["language", "text"], name="query_by_text")]

    def __str__(self) -> str:
        return self.text or "(nicht im Klartext gespeichert)"


class QueryDay(models.Model):
    """How often a query was asked on one day, and what became of it."""

    query = models.ForeignKey(StoredQuery, models.CASCADE, related_name="days")
    day = models.DateField()
    searches = models.PositiveIntegerField(default=0)
    empty = models.PositiveIntegerField("nichts gefunden", default=0)
    results = models.PositiveIntegerField("Treffer insgesamt", default=0)
    clicks = models.PositiveIntegerField(default=0)
    ranks = models.PositiveIntegerField("Summe der angeklickten Plätze", default=0)
    refined = models.PositiveIntegerField("danach anders gesucht", default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["query", "day"], name="query_day_once")]
        indexes = [models.Index(fields=["day"], name="query_day_by_day")]

    def __str__(self) -> str:
        return f"{self.query_id} {self.day}"


class Refinement(models.Model):
    """What somebody typed next, on one day."""

    before = models.ForeignKey(StoredQuery, models.CASCADE, related_name="refined_to")
    after = models.ForeignKey(StoredQuery, models.CASCADE, related_name="refined_from")
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after", "day"], name="refinement_once"),
            models.CheckConstraint(condition=~Q(before=models.F("after")), name="refinement_of_another"),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"


class RecordDay(models.Model):
    """How often a record (`source:pk`) was shown among results and clicked on one day."""

    record = models.CharField(max_length=RECORD_CHARACTERS)
    day = models.DateField()
    shown = models.PositiveIntegerField(default=0)
    clicks = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "day"], name="record_day_once")]

    def __str__(self) -> str:
        return f"{self.record} {self.day}"


class MonthCount(models.Model):
    """What is left after thirty days. An empty `text` holds all queries that are not kept one by one."""

    month = models.DateField("Monat", help_text="Der Erste des Monats.")
    language = models.CharField(max_length=20)
    text = models.CharField("Suchanfrage", max_length=QUERY_CHARACTERS, blank=True)
    searches = models.PositiveIntegerField(default=0)
    empty = models.PositiveIntegerField(default=0)
    results = models.PositiveIntegerField(default=0)
    clicks = models.PositiveIntegerField(default=0)
    ranks = models.PositiveIntegerField(default=0)
    refined = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "language", "text"], name="month_count_once")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.text}"
