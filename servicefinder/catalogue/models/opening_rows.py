"""Rows of opening hours: the regular week, and the days on which it does not hold."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey

from ..enums import Weekday
from .fields import short_text
from .translated import TextPart
from .validators import check_hours, check_order


def office(related_name: str) -> Any:
    return ParentalKey("catalogue.OfficePage", on_delete=models.CASCADE, related_name=related_name)


class OpeningHours(TextPart):
    """One stretch of an ordinary weekday; two rows make a lunch break.

    `closes` earlier than `opens` means the next day. `by_appointment_only` says that the door is open
    only to those who have an appointment.
    """

    text_fields = ("note",)

    page = office("opening_hours")
    weekday = models.PositiveSmallIntegerField("Tag", choices=Weekday.choices)
    opens = models.TimeField("von")
    closes = models.TimeField("bis")
    by_appointment_only = models.BooleanField("nur mit Termin", default=False)
    note = short_text("Hinweis", 120)

    class Meta(TextPart.Meta):
        verbose_name = "Öffnungszeit"
        verbose_name_plural = "Öffnungszeiten"
        constraints = [models.CheckConstraint(name="opening_hours_length", condition=~Q(opens=F("closes")))]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self) -> None:
        super().clean()
        check_hours(self.opens, self.closes)


class OpeningException(TextPart):
    """Days (both ends inclusive) on which an office is closed or has other hours."""

    text_fields = ("reason",)

    page = office("exceptions")
    starts_on = models.DateField("vom")
    ends_on = models.DateField("bis einschließlich")
    closed = models.BooleanField("geschlossen", default=True)
    opens = models.TimeField("geöffnet von", null=True, blank=True)
    closes = models.TimeField("geöffnet bis", null=True, blank=True)
    reason = short_text("Grund", 200)

    class Meta(TextPart.Meta):
        verbose_name = "abweichende Öffnungszeit"
        verbose_name_plural = "abweichende Öffnungszeiten"
        constraints = [
            models.CheckConstraint(name="opening_exception_period", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(
                name="opening_exception_hours",
                condition=Q(closed=True)
                | (Q(opens__isnull=False) & Q(closes__isnull=False) & ~Q(opens=F("closes"))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on:%d.%m.%Y}–{self.ends_on:%d.%m.%Y}"

    def clean(self) -> None:
        super().clean()
        check_order(self.starts_on, self.ends_on, "ends_on", "Das Ende liegt vor dem Anfang.")
        if not self.closed and (self.opens is None or self.closes is None):
            raise ValidationError({"opens": "Bitte Öffnungszeit angeben oder „geschlossen“ wählen."})
        if not self.closed:
            check_hours(self.opens, self.closes)
