"""The outbox: what must happen after a commit."""

from datetime import time, timedelta

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "outbox"
    label = "outbox"
    verbose_name = "Hintergrundarbeit"

    def ready(self) -> None:
        self._register_jobs()
        self._register_schedule()

    def _register_jobs(self) -> None:
        from outbox.domain.mail import MAIL_KIND, send_mail
        from outbox.domain.recurring import RECURRING_KIND, run_recurring
        from outbox.registries import JobKind, jobs

        jobs.register(JobKind(MAIL_KIND, send_mail, label="E-Mail versenden"))
        jobs.register(JobKind(RECURRING_KIND, run_recurring, max_attempts=3, label="Zeitplan"))

    def _register_schedule(self) -> None:
        from outbox.domain.mail import prune_mails
        from outbox.domain.nightly import run_nightly_checks
        from outbox.domain.planner_statistics import refresh_statistics
        from outbox.domain.scheduled_publishing import expire_due, publish_due
        from outbox.domain.wagtail_tasks import prune_tasks, take_up_abandoned_tasks
        from outbox.registries import Recurring, schedule

        minute = timedelta(minutes=1)
        for recurring in (
            Recurring("outbox.publish_due", run=publish_due, every=minute, label="Geplantes veröffentlichen"),
            Recurring("outbox.expire_due", run=expire_due, every=minute, label="Abgelaufenes offline nehmen"),
            Recurring(
                "outbox.abandoned_tasks",
                run=take_up_abandoned_tasks,
                every=timedelta(minutes=10),
                label="Abgebrochene Wagtail-Aufgaben wieder aufnehmen",
            ),
            Recurring(
                "outbox.statistics",
                run=refresh_statistics,
                every=timedelta(hours=1),
                label="Die Datenbank ihre Tabellen zählen lassen",
            ),
            Recurring(
                "outbox.prune_tasks",
                run=prune_tasks,
                every=timedelta(hours=1),
                label="Erledigte Wagtail-Aufgaben löschen",
            ),
            Recurring(
                "outbox.prune_mails", run=prune_mails, daily_at=time(2, 40), label="Versandte E-Mails löschen"
            ),
            Recurring(
                "outbox.nightly_checks",
                run=run_nightly_checks,
                daily_at=time(3, 30),
                label="Nächtliche Prüfungen",
            ),
        ):
            schedule.register(recurring)
