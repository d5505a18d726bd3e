"""Tours: which houses, which fractions, how often."""

from django.db import models

from servicefinder.addresses.models import NumberRange

from ..enums import RhythmKind
from .fractions import Fraction
from .plans import Plan


class Tour(models.Model):
    """`code` is ASCII and stays from year to year: it stands in the UID of calendars."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tours", verbose_name="Plan")
    code = models.SlugField("Kennung", max_length=40)
    name = models.CharField("Name", max_length=80)
    note = models.CharField("Hinweis", max_length=300, blank=True)

    class Meta:
        verbose_name = "Tour"
        verbose_name_plural = "Touren"
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["plan", "code"], name="tour_once_a_year")]

    def __str__(self) -> str:
        return self.name


class Rhythm(models.Model):
    """How often a tour takes one fraction, from `valid_from` to `valid_until`, both included.

    `weeks`: every `interval` weeks, counted from `anchor`. `monthly`: the `nth` (1 to 4, -1 the last) weekday
    of `anchor` of each month. `listed`: its `dates`. Seasons are rhythms whose periods follow each other.
    """

    tour = models.ForeignKey(Tour, models.CASCADE, related_name="rhythms", verbose_name="Tour")
    fraction = models.ForeignKey(Fraction, models.PROTECT, related_name="rhythms", verbose_name="Abfallart")
    kind = models.CharField("Art", max_length=10, choices=RhythmKind.choices, default=RhythmKind.WEEKS)
    interval = models.PositiveSmallIntegerField("alle … Wochen", default=2)
    anchor = models.DateField("erster Tag", null=True, blank=True)
    nth = models.SmallIntegerField("welcher im Monat", null=True, blank=True)
    valid_from = models.DateField("gilt ab")
    valid_until = models.DateField("gilt bis")

    class Meta:
        verbose_name = "Rhythmus"
        verbose_name_plural = "Rhythmen"
        ordering = ["tour", "fraction", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("valid_from")), name="rhythm_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(kind=RhythmKind.LISTED)
                | models.Q(kind=RhythmKind.WEEKS, anchor__isnull=False, interval__gte=1)
                | models.Q(kind=RhythmKind.MONTHLY, anchor__isnull=False, nth__in=[-1, 1, 2, 3, 4]),
                name="rhythm_complete",
            ),
        ]


class ListedDate(models.Model):
    rhythm = models.ForeignKey(Rhythm, models.CASCADE, related_name="dates", verbose_name="Rhythmus")
    day = models.DateField("Tag")

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["rhythm", "day"], name="listed_date_once")]


class TourRange(NumberRange):
    """Houses that a tour serves, as planned; nobody but the department sees it before publication."""

    tour = models.ForeignKey(Tour, models.CASCADE, related_name="ranges", verbose_name="Tour")

    class Meta(NumberRange.Meta):
        verbose_name = "Straßenabschnitt"
        verbose_name_plural = "Straßenabschnitte"
        indexes = [models.Index(fields=["street", "tour"], name="tour_range_street")]


class ServedRange(NumberRange):
    """Houses that a tour serves, as published: written by publication, read by every output."""

    tour = models.ForeignKey(
        Tour, models.CASCADE, related_name="served_ranges", verbose_name="Tour", editable=False
    )

    class Meta(NumberRange.Meta):
        verbose_name = "Öffentlicher Straßenabschnitt"
        verbose_name_plural = "Öffentliche Straßenabschnitte"
        indexes = [models.Index(fields=["street", "tour"], name="served_range_street")]
