"""The description of one service in one language."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField

from workdays.domain.periods import period_end

from ..editing.copying import FlatCopyForm
from ..editing.facts import is_translation
from ..editing.print_preview import as_printed
from ..editing.services import service_tabs
from ..enums import AddressKind, LiveStatus, TimeUnit
from .fields import formatted_text, short_text
from .flat_addresses import FlatAddressPage
from .identities import Service
from .life_situations import LifeSituation
from .service_references import ServiceTag
from .validators import check_order

SUMMARY_LENGTH = 300
HIGHEST_DEMAND = 5
PRINT = "print"


class ServicePage(FlatAddressPage):
    """A Leistung in the structure of FIM and XZuFi 2.2; the module codes stand beside the fields.

    `title` is the citizens' name (03). `synonyms` and `search_terms` hold one term per line.
    """

    identity_field = "service"
    address_kind = AddressKind.SERVICE
    text_fields = (
        "official_name",
        "synonyms",
        "search_terms",
        "summary",
        "body",
        "for_whom",
        "requirements",
        "documents_note",
        "fees_note",
        "deadlines_note",
        "processing_text",
        "processing_note",
        "procedure_note",
        "hints",
        "further_information",
        "legal_remedy",
        "live_status_reason",
    )
    parent_page_types = ["catalogue.DepartmentPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["service"]
    copy_form_class = FlatCopyForm
    edit_handler = service_tabs()
    preview_modes = [("", "Seite"), (PRINT, "Druck")]

    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, editable=False, related_name="pages"
    )

    official_name = short_text("amtliche Bezeichnung")  # 02
    synonyms = models.TextField("auch bekannt als", blank=True)
    search_terms = models.TextField("weitere Suchwörter", blank=True)
    demand = models.PositiveSmallIntegerField(
        "Nachfrage", default=0, validators=[MaxValueValidator(HIGHEST_DEMAND)]
    )
    summary = models.TextField(
        "In zwei Sätzen", blank=True, validators=[MaxLengthValidator(SUMMARY_LENGTH)]
    )  # 05
    body = formatted_text("Weitere Beschreibung")  # 06

    for_citizens = models.BooleanField("für Bürgerinnen und Bürger", default=True)
    for_businesses = models.BooleanField("für Unternehmen", default=False)
    life_situations = ParentalManyToManyField(
        LifeSituation, blank=True, related_name="service_pages", verbose_name="Lebenslagen"
    )
    tags = ClusterTaggableManager(through=ServiceTag, blank=True, verbose_name="Schlagwörter")

    for_whom = formatted_text("Für wen ist das?")  # 09
    requirements = formatted_text("Voraussetzungen")  # 09
    documents_note = formatted_text("Anmerkung zu den Unterlagen")  # 08
    fees_note = formatted_text("Anmerkung zu den Kosten")
    deadlines_note = formatted_text("Anmerkung zu den Fristen")

    processing_min = models.PositiveIntegerField("Dauer mindestens", null=True, blank=True)
    processing_max = models.PositiveIntegerField("Dauer höchstens", null=True, blank=True)
    processing_unit = models.CharField("Einheit", max_length=12, choices=TimeUnit.choices, blank=True)
    processing_text = short_text("Dauer in Worten", 500)
    processing_note = formatted_text("Anmerkung zur Dauer")

    procedure_note = formatted_text("Anmerkung zum Ablauf")  # 11
    hints = formatted_text("Gut zu wissen")  # 16
    further_information = formatted_text("Weitere Informationen")  # 15
    legal_remedy = formatted_text("Wenn Sie nicht einverstanden sind")  # 25

    ozg = short_text(
        "OZG-Nummer", 20, help_text="Kennung der Leistung nach dem Onlinezugangsgesetz, zum Beispiel 10250."
    )
    typisierung = short_text("Typisierung", 20, help_text="Nach FIM, zum Beispiel 2/3.")
    sdg = short_text("SDG-Bereich", 10, help_text="Nach Anhang I oder II der SDG-Verordnung.")

    live_status = models.CharField(
        "Zurzeit", max_length=10, choices=LiveStatus.choices, default=LiveStatus.NORMAL
    )
    live_status_reason = short_text("Grund", 500)
    live_status_until = models.DateTimeField("bis", null=True, blank=True)

    approved_by = short_text("fachlich freigegeben von")
    approved_on = models.DateField("freigegeben am", null=True, blank=True)
    review_months = models.PositiveSmallIntegerField("prüfen alle … Monate", default=12)
    review_due = models.DateField("nächste Prüfung am", null=True, blank=True)

    class Meta:
        verbose_name = "Dienstleistung"
        verbose_name_plural = "Dienstleistungen"
        constraints = [
            models.CheckConstraint(name="service_demand", condition=Q(demand__lte=HIGHEST_DEMAND)),
            models.CheckConstraint(
                name="service_processing",
                condition=Q(processing_min__isnull=True)
                | Q(processing_max__isnull=True)
                | Q(processing_max__gte=F("processing_min")),
            ),
        ]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        response = super().serve_preview(request, mode_name)
        return as_printed(response) if mode_name == PRINT else response

    def clean(self) -> None:
        super().clean()
        self._check_processing()
        if self.live_status != LiveStatus.NORMAL and not self.live_status_reason:
            raise ValidationError({"live_status_reason": "Bitte den Grund angeben, er wird angezeigt."})
        self._check_nothing_said_of_normal()
        if not (self.for_citizens or self.for_businesses):
            raise ValidationError({"for_citizens": "Bitte mindestens eine Zielgruppe wählen."})
        if self.approved_on and (self.review_due is None or self.review_due <= self.approved_on):
            self.review_due = period_end(self.approved_on, months=self.review_months)

    def _check_nothing_said_of_normal(self) -> None:
        """Reason and end would not be shown. A translation has only the reason, without the status."""
        if self.live_status != LiveStatus.NORMAL or is_translation(self):
            return
        without = (
            "Wird nur angezeigt, wenn „Zurzeit“ nicht „normal“ ist. Bitte dort wählen oder dies hier leeren."
        )
        given = ("live_status_reason", "live_status_until")
        if errors := {name: without for name in given if getattr(self, name)}:
            raise ValidationError(errors)

    def _check_processing(self) -> None:
        order = "Das Höchste ist kleiner als das Mindeste."
        check_order(self.processing_min, self.processing_max, "processing_max", order)
        known = self.processing_min is not None or self.processing_max is not None
        if known and not self.processing_unit:
            raise ValidationError({"processing_unit": "Bitte die Einheit der Dauer wählen."})
