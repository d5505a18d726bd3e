"""Types of cases are data: a department makes one without a developer."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from servicefinder.catalogue.models import Department, Service

# About four years, and a hundred: beyond lies a slip of the finger, and sometime the end of the calendar.
MOST_WORKING_DAYS = 1_000
MOST_RETENTION_MONTHS = 1_200


class CaseType(models.Model):
    """A kind of matter that a department works on. What holds for its cases stands in its versions."""

    key = models.SlugField("Kennung", max_length=60, unique=True)
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="case_types", verbose_name="zuständiges Amt"
    )
    service = models.ForeignKey(
        Service, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Dienstleistung"
    )
    active = models.BooleanField("wird benutzt", default=True)

    class Meta:
        verbose_name = "Vorgangsart"
        verbose_name_plural = "Vorgangsarten"
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class CaseTypeVersion(models.Model):
    """Unchangeable once a case has it. In force when `approved_at` is set: retention needs a second person.

    `state_words` maps a `CaseState` to what the citizen reads.
    """

    case_type = models.ForeignKey(
        CaseType, models.PROTECT, related_name="versions", verbose_name="Vorgangsart"
    )
    number = models.PositiveIntegerField("Fassung")
    name = models.CharField("Name", max_length=150)
    state_words = models.JSONField("Worte für Zustände", default=dict, blank=True)
    due_working_days = models.PositiveSmallIntegerField(
        "Frist in Werktagen",
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WORKING_DAYS)],
    )
    retention_months = models.PositiveSmallIntegerField(
        "Aufbewahrung in Monaten nach Abschluss",
        default=24,
        validators=[MaxValueValidator(MOST_RETENTION_MONTHS)],
    )
    legal_basis = models.CharField("Rechtsgrundlage", max_length=255, blank=True)
    file_plan_sign = models.CharField("Aktenplankennzeichen", max_length=60, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    proposed_at = models.DateTimeField("vorgeschlagen", auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    approved_at = models.DateTimeField("in Kraft seit", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "Fassung einer Vorgangsart"
        verbose_name_plural = "Fassungen der Vorgangsarten"
        ordering = ["case_type", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["case_type", "number"], name="case_type_version"),
            models.CheckConstraint(
                name="case_type_second_person",
                condition=Q(approved_by__isnull=True)
                | Q(proposed_by__isnull=True)
                | ~Q(approved_by=F("proposed_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"


class ReferenceCounter(models.Model):
    """The last running number of a year."""

    year = models.PositiveSmallIntegerField("Jahr", primary_key=True)
    last = models.PositiveIntegerField("letzte Nummer", default=0)

    class Meta:
        verbose_name = "Zähler der Aktenzeichen"
        verbose_name_plural = "Zähler der Aktenzeichen"

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
