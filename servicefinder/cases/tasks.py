"""What the worker does for the case file."""

from datetime import time, timedelta

from outbox.registries import JobKind, Recurring, jobs, schedule

from .domain.access_links import LINK_KIND, send_link
from .domain.due_mails import send_due_mails
from .domain.noting_later import NOTE_KIND, note
from .domain.reminders import remind_of_questions
from .domain.statistics import refresh_figures, refresh_service_durations
from .domain.transfers import TRANSFER_KIND, discard_expired
from .exports.transfers import MAX_ATTEMPTS, write_transfer


def count_cases() -> None:
    refresh_figures()
    refresh_service_durations()


def _discard_expired() -> None:
    discard_expired()


def register() -> None:
    jobs.register(JobKind(LINK_KIND, handle=send_link, label="Zugangslink noch einmal senden"))
    jobs.register(JobKind(NOTE_KIND, handle=note, label="In vielen Vorgängen vermerken"))
    jobs.register(
        JobKind(
            TRANSFER_KIND,
            handle=write_transfer,
            lease_seconds=300,
            max_attempts=MAX_ATTEMPTS,
            label="Abgabe vorbereiten",
        )
    )
    schedule.register(
        Recurring(
            "cases.transfers",
            run=_discard_expired,
            label="Abgelaufene Abgaben vernichten",
            every=timedelta(hours=1),
        )
    )
    schedule.register(
        Recurring(
            "cases.reminders",
            run=remind_of_questions,
            label="An offene Rückfragen erinnern",
            daily_at=time(8, 0),
        )
    )
    schedule.register(
        Recurring("cases.figures", run=count_cases, label="Vorgänge zählen und messen", daily_at=time(3, 20))
    )
    schedule.register(
        Recurring(
            "cases.due_mails", run=send_due_mails, label="An fällige Vorgänge erinnern", daily_at=time(6, 30)
        )
    )
