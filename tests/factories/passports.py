"""Documents, delivery lists and the office in charge, for tests."""

from datetime import date, timedelta
from io import BytesIO

from django.utils import timezone

from outbox.domain.running import run_due_jobs
from servicefinder.catalogue.models import Department
from servicefinder.passports.domain.taking_over import agree
from servicefinder.passports.imports.receiving import receive
from servicefinder.passports.models import ImportRun, PassportSettings, PickupPlace
from servicefinder.passports.presentation.written_pages import forget_pages

SERIAL, FACT = "T22000129", "1980-03-12"
HEADER = "dokumentart;seriennummer;zweitangabe;status;tag;abholort;bestellt"


def day(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def line(
    serial: str = SERIAL,
    fact: str = FACT,
    status: str = "bereit",
    days: int = -3,
    kind: str = "personalausweis",
    place: str = "",
    ordered: int | None = None,
) -> str:
    """A line of a delivery list; `days` and `ordered` count from today."""
    since = day(ordered).isoformat() if ordered is not None else ""
    return f"{kind};{serial};{fact};{status};{day(days).isoformat()};{place};{since}"


def csv_file(*lines: str, header: str = HEADER, encoding: str = "utf-8") -> BytesIO:
    return BytesIO("\n".join((header, *lines, "")).encode(encoding))


def deliver(*lines: str, is_complete: bool = False) -> ImportRun:
    """Receive, check, agree and take over a list of these lines."""
    run = receive(csv_file(*lines), is_complete=is_complete)
    run_due_jobs()
    agree(run.pk)
    run_due_jobs()
    run.refresh_from_db()
    forget_pages()
    return run


def in_charge(department: Department) -> PassportSettings:
    settings = PassportSettings.load()
    settings.department, settings.phone = department, "06499 900-1205"
    settings.save()
    return settings


def pickup_place(office: object, code: str = "mitte", **values: object) -> PickupPlace:
    settings = PassportSettings.load()
    settings.save()
    return PickupPlace.objects.create(settings=settings, code=code, office=office, **values)
