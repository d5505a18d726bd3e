"""Messages of citizens: feedback, questions, reported barriers."""

from datetime import date, datetime
from urllib.parse import quote

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator

from home.enums import MESSAGE_STEPS, MessageKind, MessageStatus

MONTHS_KEPT_AFTER_CLOSING = 6
MONTHS_KEPT_AT_MOST = 12
TEXT_LIMIT_CHARACTERS = 5000
BEGINNING_CHARACTERS = 60


def deletion_date(arrived: date, closed: date | None = None) -> date:
    """Day on which a message is deleted: half a year after closing, a year after arrival at the latest."""
    latest = arrived + relativedelta(months=MONTHS_KEPT_AT_MOST)
    return min(latest, closed + relativedelta(months=MONTHS_KEPT_AFTER_CLOSING)) if closed else latest


class CitizenMessage(models.Model):
    """One message with what is needed to answer it, and the day on which it is deleted.

    `subject_id` is the UUID of a service for feedback; `subject` is its title, the topic, or the address
    of the page with the barrier. Name, e-mail and telephone only where the sender gave them.
    """

    kind = models.CharField("Art", max_length=10, choices=MessageKind.choices)
    status = models.CharField(
        "Stand", max_length=12, choices=MessageStatus.choices, default=MessageStatus.NEW, db_index=True
    )
    subject_id = models.UUIDField("Dienstleistung", null=True, blank=True, editable=False)
    subject = models.CharField("Betrifft", max_length=500, blank=True)
    subject_url = models.CharField("Seite", max_length=500, blank=True)
    text = models.TextField("Nachricht", max_length=TEXT_LIMIT_CHARACTERS)
    name = models.CharField("Name", max_length=120, blank=True)
    email = models.EmailField("E-Mail", blank=True)
    telephone = models.CharField("Telefon", max_length=40, blank=True)
    language = models.CharField("Sprache", max_length=12, choices=settings.LANGUAGES)
    recipient_name = models.CharField("Zuständig", max_length=200, blank=True, db_index=True)
    recipient_email = models.EmailField("E-Mail der zuständigen Stelle", blank=True)
    department_id = models.UUIDField("Amt", null=True, blank=True, editable=False, db_index=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="Bearbeitet von",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.TextField("Notiz", blank=True, help_text="Nur für die Verwaltung sichtbar.")
    created_at = models.DateTimeField("Eingegangen", default=timezone.now, editable=False)
    closed_at = models.DateTimeField("Abgeschlossen am", null=True, editable=False)
    delete_on = models.DateField("Wird gelöscht am", editable=False, db_index=True)

    class Meta:
        verbose_name = "Zuschrift"
        verbose_name_plural = "Bürgerpost"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["status", "-created_at"], name="message_inbox")]

    def __str__(self) -> str:
        """Without anything personal: it stands in logs that outlive the message."""
        return f"{self.get_kind_display()} vom {timezone.localtime(self.created_at):%d.%m.%Y, %H:%M} Uhr"

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep day of closing and day of deletion in step with the status."""
        self.closed_at = None if self.is_open else self.closed_at or timezone.now()
        self.delete_on = deletion_date(
            _day(self.created_at), _day(self.closed_at) if self.closed_at else None
        )
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def headline(self) -> str:
        """For the inbox: what kind, about what, and how it begins."""
        kind = self.get_kind_display()
        beginning = Truncator(" ".join(self.text.split())).chars(BEGINNING_CHARACTERS)
        return f"{kind}: {self.subject} – {beginning}" if self.subject else f"{kind}: {beginning}"

    @property
    def sender(self) -> str:
        """For the inbox: whoever wrote it, as far as known."""
        return self.name or self.email or self.telephone or "ohne Namen"

    @property
    def reply_link(self) -> str:
        """Opens the clerk's mail program; empty where nobody can be answered."""
        if not self.email:
            return ""
        subject = f"Ihre Nachricht vom {timezone.localtime(self.created_at):%d.%m.%Y}"
        return f"mailto:{quote(self.email, safe='@+')}?subject={quote(subject)}"

    @property
    def is_open(self) -> bool:
        return self.status != MessageStatus.CLOSED

    def clean(self) -> None:
        super().clean()
        before = CitizenMessage.objects.filter(pk=self.pk).values_list("status", flat=True).first()
        if before and before != self.status and self.status not in MESSAGE_STEPS[before]:
            now = MessageStatus(before).label
            raise ValidationError({"status": f"Von „{now}“ geht es nicht zu „{self.get_status_display()}“."})


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
