"""What the nightly check has found anew, by mail to those who plan."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from outbox.domain.mail import queue_mail
from outbox.models import NightlyFinding

from ..domain.checks import NAME
from ..domain.office import planners

ONE_DAY = timedelta(days=1)
GREETING = "Guten Tag,\n\ndie Prüfung des Abfuhrkalenders hat heute Nacht gefunden:\n"


def mail_new_findings(now: datetime | None = None) -> None:
    """Once a day to each person; what was told the day before is not told again."""
    now = now or timezone.now()
    new = NightlyFinding.objects.filter(check_name=NAME, first_seen_at__gt=now - ONE_DAY).order_by("pk")
    lines = [f"- {each.get_severity_display()}: {each.text}" for each in new]
    if not lines:
        return
    everything = f"Alle Befunde stehen auf der Startseite der Redaktion: {settings.BASE_URL}/redaktion/"
    text = "\n".join((GREETING, *lines, "", everything))
    for pk, email in planners().exclude(email="").values_list("pk", "email").iterator():
        queue_mail(
            to=[email],
            subject=f"Abfuhrkalender: {len(lines)} {'Befund' if len(lines) == 1 else 'Befunde'}",
            text=text,
            key=f"waste.findings:{pk}:{timezone.localdate(now).isoformat()}",
        )
