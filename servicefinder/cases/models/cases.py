"""A case: one matter of one person, from its arrival to its deletion."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Case as ByCondition
from django.db.models import Q, Value, When
from django.utils import timezone

from servicefinder.catalogue.models import Department, Service

from ..enums import OPEN_STATES, UNFINISHED_STATES, CaseState, Origin, PaymentState
from .types import CaseTypeVersion


class Case(models.Model):
    """Nothing personal stands here in clear: names and data are sealed with the case's own key.

    `sealed_name` holds "Family, Given" for lists; `sealed_data` JSON as `domain.contents` describes it.
    `version` grows with every change, so that nobody overwrites what they have not seen.
    `journal_count` and `journal_head` are number and MAC of the newest entry of the journal.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("Aktenzeichen", max_length=20, unique=True)
    submission_key = models.CharField("Kennung der Einreichung", max_length=80, unique=True)
    type_version = models.ForeignKey(
        CaseTypeVersion, models.PROTECT, related_name="cases", verbose_name="Vorgangsart"
    )
    department = models.ForeignKey(Department, models.PROTECT, related_name="cases", verbose_name="Amt")
    service = models.ForeignKey(Service, models.SET_NULL, null=True, blank=True, related_name="cases")
    state = models.CharField("Zustand", max_length=10, choices=CaseState.choices, default=CaseState.RECEIVED)
    # Where it stands in lists: what is open comes first, then what is not finished, then the rest.
    rank = models.GeneratedField(
        expression=ByCondition(
            When(state__in=OPEN_STATES, then=Value(0)),
            When(state__in=UNFINISHED_STATES, then=Value(1)),
            default=Value(2),
        ),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )
    origin = models.CharField("Eingang", max_length=10, choices=Origin.choices, default=Origin.ONLINE)
    language = models.CharField("Sprache", max_length=12, default="de")
    form = models.CharField("Formular", max_length=120, blank=True)
    form_version = models.PositiveIntegerField("Fassung des Formulars", null=True, blank=True)
    received_at = models.DateTimeField("eingegangen")
    # Of a case that came on paper: received_at says when it was recorded.
    arrived_on = models.DateField("Tag des Eingangs", null=True, blank=True)
    due_on = models.DateField("fällig am")
    decided_at = models.DateTimeField("entschieden", null=True, blank=True)
    closed_at = models.DateTimeField("abgeschlossen", null=True, blank=True)
    delete_on = models.DateField("löschen am", null=True, blank=True)
    hold_reason = models.CharField("zurückgestellt, weil", max_length=300, blank=True)
    hold_until = models.DateField("zurückgestellt bis", null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    duplicate_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="duplicates"
    )
    mail_bounced = models.BooleanField("E-Mail kam zurück", default=False)
    payment = models.CharField(
        "Zahlung", max_length=8, choices=PaymentState.choices, default=PaymentState.FREE
    )
    payment_way = models.CharField("Zahlungsweg", max_length=40, blank=True)
    paid_on = models.DateField("bezahlt am", null=True, blank=True)
    price_cents = models.PositiveIntegerField("Betrag in Cent", default=0)
    is_demo = models.BooleanField("Demo", default=False)
    sealed_name = models.BinaryField("Name, verschlüsselt")
    sealed_data = models.BinaryField("Angaben, verschlüsselt")
    version = models.PositiveIntegerField("Stand", default=1)
    journal_count = models.PositiveIntegerField("Einträge im Journal", default=0)
    journal_head = models.CharField("Prüfwert des letzten Eintrags", max_length=64, blank=True)

    class Meta:
        verbose_name = "Vorgang"
        verbose_name_plural = "Vorgänge"
        ordering = ["due_on", "received_at"]
        constraints = [
            models.CheckConstraint(name="case_state", condition=Q(state__in=CaseState.values)),
            models.CheckConstraint(
                name="case_closed_at",
                condition=Q(state=CaseState.CLOSED, closed_at__isnull=False)
                | (~Q(state=CaseState.CLOSED) & Q(closed_at__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(fields=["department", "state", "due_on"], name="case_work"),
            models.Index(fields=["department", "rank", "due_on", "received_at", "id"], name="case_list"),
            models.Index(fields=["department", "-received_at"], name="case_received"),
            models.Index(fields=["assigned_to", "state"], name="case_assigned"),
            models.Index(fields=["delete_on"], name="case_delete", condition=Q(delete_on__isnull=False)),
            models.Index(fields=["service", "closed_at"], name="case_durations"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_held(self) -> bool:
        """Whether it is kept beyond its day, today."""
        return bool(self.hold_reason) and (self.hold_until is None or self.hold_until >= timezone.localdate())

    @property
    def arrival_day(self) -> date:
        """The day that counts as the day of arrival; of a letter that is not the day it was recorded."""
        return self.arrived_on or timezone.localdate(self.received_at)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class NameDigest(models.Model):
    """Keyed hash of a normalised part of a name: a case is found by name without the name standing here."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="names")
    digest = models.CharField("Hash", max_length=64, db_index=True)

    class Meta:
        verbose_name = "Namensteil"
        verbose_name_plural = "Namensteile"
        constraints = [models.UniqueConstraint(fields=["case", "digest"], name="case_name_digest")]

    def __str__(self) -> str:
        return self.digest[:8]
