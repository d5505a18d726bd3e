"""Reminders by e-mail, and how far those of a day have come."""

import uuid

from django.db import models

from servicefinder.addresses.models import Address

from ..enums import ReminderHour


class Reminder(models.Model):
    """One household's wish. The mail address is sealed; without `confirmed_at` nothing is sent.

    `fractions` is a list of ids; empty means all.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    address = models.ForeignKey(Address, models.CASCADE, related_name="+", verbose_name="Adresse")
    sealed_email = models.BinaryField("E-Mail, verschlüsselt")
    fractions = models.JSONField("Abfallarten", default=list, blank=True)
    hour = models.CharField(
        "Zeitpunkt", max_length=8, choices=ReminderHour.choices, default=ReminderHour.EVENING
    )
    language = models.CharField("Sprache", max_length=12, default="de")
    created_at = models.DateTimeField("angelegt", auto_now_add=True)
    confirmed_at = models.DateTimeField("bestätigt", null=True, blank=True)

    class Meta:
        verbose_name = "Erinnerung"
        verbose_name_plural = "Erinnerungen"
        indexes = [models.Index(fields=["hour", "id"], name="reminder_hour")]

    def __str__(self) -> str:
        return f"Erinnerung {self.pk}"


class ReminderRun(models.Model):
    """How far the mails about one day have been written: up to reminder `after`, or all (`done_at`).

    `told`: ids of the collections that they tell. A `correction` (1, 2, …) tells what has changed since.
    """

    day = models.DateField("Tag")
    hour = models.CharField("Zeitpunkt", max_length=8, choices=ReminderHour.choices)
    correction = models.PositiveSmallIntegerField("Berichtigung", default=0)
    told = models.JSONField("mitgeteilte Abfuhren", default=list)
    after = models.UUIDField("geschrieben bis", null=True, blank=True)
    done_at = models.DateTimeField("fertig", null=True, blank=True)

    class Meta:
        verbose_name = "Lauf der Erinnerungen"
        verbose_name_plural = "Läufe der Erinnerungen"
        constraints = [
            models.UniqueConstraint(fields=["day", "hour", "correction"], name="reminder_run_once")
        ]
