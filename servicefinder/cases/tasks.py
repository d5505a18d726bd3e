"""What the worker does for the case file."""

from datetime import time

from outbox.registries import Recurring, schedule

from .domain.due_mails import send_due_mails
from .domain.statistics import refresh_figures, refresh_service_durations


def count_cases() -> None:
    refresh_figures()
    refresh_service_durations()


def register() -> None:
    schedule.register(
        Recurring("cases.figures", run=count_cases, label="Vorgänge zählen und messen", daily_at=time(3, 20))
    )
    schedule.register(
        Recurring(
            "cases.due_mails", run=send_due_mails, label="An fällige Vorgänge erinnern", daily_at=time(6, 30)
        )
    )
