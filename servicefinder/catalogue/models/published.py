"""Read models: what is live and public, written with the publication, so that a page takes few queries.

`document` is the JSON of `domain.documents`; the other columns are what lists filter and sort by.
Rows of content that is not live, or not for everybody, do not exist.
"""

from django.db import models

from ..enums import LiveStatus
from .identities import Department, Office, Service
from .life_situations import LifeSituation


def stored_document() -> models.JSONField:
    """The last column of its table: SQLite reads all that stands before a column, and documents are long."""
    return models.JSONField("Dokument")


class ReadModel(models.Model):
    language = models.CharField("Sprache", max_length=12)
    title = models.CharField("Titel", max_length=255)
    sort_key = models.CharField("Sortierung nach DIN 5007", max_length=255)
    letter = models.CharField("Buchstabe", max_length=1)
    slug = models.CharField("Adresse", max_length=255)
    digest = models.CharField("Prüfsumme", max_length=32)
    changes_at = models.DateTimeField("ändert sich von selbst am", null=True, blank=True)
    expires_at = models.DateTimeField("läuft ab am", null=True, blank=True)
    published_at = models.DateTimeField("veröffentlicht am")
    written_at = models.DateTimeField("geschrieben am", auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class WrittenReadModel(ReadModel):
    """With HTML that is rendered with the publication: see `domain.writing`."""

    # What it was rendered with: of another release it does not hold.
    written_with = models.CharField("geschrieben mit", max_length=16, default="", db_index=True)

    class Meta:
        abstract = True


class PublishedService(WrittenReadModel):
    """One service in one language. Facts such as flags and demand are those of the German page."""

    service = models.ForeignKey(
        Service, models.CASCADE, related_name="published", verbose_name="Dienstleistung"
    )
    department = models.ForeignKey(Department, models.PROTECT, related_name="+", verbose_name="Amt")
    department_path = models.JSONField("Ämter von oben nach unten", default=list)
    # What a row of a list shows, so that a list need not read whole documents.
    department_name = models.CharField("Name des Amtes", max_length=255, default="")
    teaser = models.CharField("Ein Satz", max_length=300, default="")
    life_situations = models.ManyToManyField(
        LifeSituation, related_name="published_services", verbose_name="Lebenslagen"
    )
    for_citizens = models.BooleanField("für Bürgerinnen und Bürger", default=True)
    for_businesses = models.BooleanField("für Unternehmen", default=False)
    online = models.BooleanField("online möglich", default=False)
    has_forms = models.BooleanField("mit Formularen", default=False)
    free_today = models.BooleanField("heute kostenlos", default=False)
    demand = models.PositiveSmallIntegerField("Nachfrage", default=0)
    live_status = models.CharField(
        "Zurzeit", max_length=10, choices=LiveStatus.choices, default=LiveStatus.NORMAL
    )
    live_status_until = models.DateTimeField("bis", null=True, blank=True)
    row = models.TextField("fertige Zeile einer Liste", default="")
    document = stored_document()
    written = models.JSONField("fertige Abschnitte", default=dict)

    class Meta:
        verbose_name = "veröffentlichte Dienstleistung"
        verbose_name_plural = "veröffentlichte Dienstleistungen"
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["service", "language"], name="published_service"),
            models.UniqueConstraint(fields=["language", "slug"], name="published_service_slug"),
        ]
        indexes = [
            models.Index(fields=["language", "sort_key"], name="published_service_sorted"),
            models.Index(fields=["language", "letter", "sort_key"], name="published_service_letter"),
            models.Index(fields=["language", "department", "sort_key"], name="published_service_department"),
            models.Index(fields=["language", "-demand", "sort_key"], name="published_service_demand"),
            models.Index(fields=["changes_at"], name="published_service_changes"),
        ]


class PublishedOffice(WrittenReadModel):
    office = models.ForeignKey(Office, models.CASCADE, related_name="published", verbose_name="Standort")
    department = models.ForeignKey(Department, models.PROTECT, related_name="+", verbose_name="Amt")
    document = stored_document()
    written = models.JSONField("fertige Karte", default=dict)

    class Meta:
        verbose_name = "veröffentlichter Standort"
        verbose_name_plural = "veröffentlichte Standorte"
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["office", "language"], name="published_office"),
            models.UniqueConstraint(fields=["language", "slug"], name="published_office_slug"),
        ]
        indexes = [
            models.Index(fields=["language", "sort_key"], name="published_office_sorted"),
            models.Index(fields=["changes_at"], name="published_office_changes"),
        ]


class PublishedDepartment(ReadModel):
    department = models.ForeignKey(Department, models.CASCADE, related_name="published", verbose_name="Amt")
    parent = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="gehört zu"
    )
    document = stored_document()

    class Meta:
        verbose_name = "veröffentlichtes Amt"
        verbose_name_plural = "veröffentlichte Ämter"
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["department", "language"], name="published_department"),
            models.UniqueConstraint(fields=["language", "slug"], name="published_department_slug"),
        ]
        indexes = [models.Index(fields=["language", "sort_key"], name="published_department_sorted")]
