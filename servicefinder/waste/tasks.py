"""What the worker does for the waste calendar."""

from datetime import time, timedelta

from outbox.registries import JobKind, NightlyCheck, Recurring, jobs, nightly_checks, schedule

from .domain.checks import NAME, check_calendar
from .domain.reminders import forget_unconfirmed
from .domain.reminding import remind
from .domain.scheduling import PUBLISH_KIND, publish_scheduled
from .presentation.finding_mails import mail_new_findings
from .presentation.reminder_mails import reminder_mail


def send_reminders() -> None:
    remind(reminder_mail)


def register() -> None:
    jobs.register(
        JobKind(
            PUBLISH_KIND,
            handle=publish_scheduled,
            lease_seconds=600,
            label="Abfuhrplan zum Termin veröffentlichen",
        )
    )
    schedule.register(
        Recurring(
            "waste.reminders", run=send_reminders, label="An die Abfuhr erinnern", every=timedelta(minutes=10)
        )
    )
    schedule.register(
        Recurring(
            "waste.unconfirmed",
            run=forget_unconfirmed,
            label="Nicht bestätigte Erinnerungen löschen",
            daily_at=time(2, 35),
        )
    )
    nightly_checks.register(NightlyCheck(NAME, run=check_calendar, label="Abfuhrkalender"))
    schedule.register(
        Recurring(
            "waste.findings",
            run=mail_new_findings,
            label="Neue Befunde zum Abfuhrkalender senden",
            daily_at=time(6, 15),
        )
    )
