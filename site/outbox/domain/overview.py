"""What the back office shows about background work, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from outbox.enums import JobState, Severity
from outbox.models import Job, NightlyFinding, OutgoingMail, ScheduleEntry, WorkerHeartbeat
from outbox.registries import jobs, nightly_checks, schedule

# A worker beats every ten seconds; after this long it has ended or hangs.
SILENT_AFTER = timedelta(minutes=2)
STUCK_SHOWN = 50


@dataclass(frozen=True)
class WorkerRow:
    name: str
    started_at: datetime
    beat_at: datetime
    silent: bool


@dataclass(frozen=True)
class JobRow:
    """A job under its kind's German name; `known` is False for kinds of another version."""

    job: Job
    label: str
    known: bool


@dataclass(frozen=True)
class KindRow:
    """How many jobs of one kind there are. `failing`: waiting for another attempt after an error."""

    kind: str
    label: str
    waiting: int
    failing: int
    running: int
    stuck: int
    oldest_due: datetime | None


@dataclass(frozen=True)
class PlanRow:
    label: str
    entry: ScheduleEntry | None


@dataclass(frozen=True)
class FindingRow:
    finding: NightlyFinding
    label: str


def workers() -> list[WorkerRow]:
    """Workers that were heard of lately, the liveliest first."""
    silent_before = timezone.now() - SILENT_AFTER
    return [
        WorkerRow(row.worker, row.started_at, row.beat_at, row.beat_at < silent_before)
        for row in WorkerHeartbeat.objects.order_by("-beat_at")
    ]


def stuck_jobs() -> list[JobRow]:
    """The oldest jobs that nobody will try again by themselves."""
    return job_rows(Job.objects.filter(state=JobState.STUCK).order_by("due_at")[:STUCK_SHOWN])


def job_rows(found: QuerySet[Job] | list[Job]) -> list[JobRow]:
    return [JobRow(job, label_of(job.kind), jobs.get(job.kind) is not None) for job in found]


def kinds() -> list[KindRow]:
    """Every kind of which there is a job."""
    waiting = Q(state=JobState.WAITING)
    counted = Job.objects.values("kind").annotate(
        waiting=Count("pk", filter=waiting),
        failing=Count("pk", filter=waiting & ~Q(last_error="")),
        running=Count("pk", filter=Q(state=JobState.RUNNING)),
        stuck=Count("pk", filter=Q(state=JobState.STUCK)),
        oldest_due=Min("due_at", filter=waiting),
    )
    rows = [KindRow(label=label_of(row["kind"]), **row) for row in counted.order_by("kind")]
    return sorted(rows, key=lambda row: row.label)


def plan() -> list[PlanRow]:
    """The schedule in the order in which it is due."""
    entries = {entry.name: entry for entry in ScheduleEntry.objects.all()}
    rows = [PlanRow(recurring.label, entries.get(recurring.name)) for recurring in schedule]
    return sorted(rows, key=lambda row: (row.entry is not None, row.entry and row.entry.next_at, row.label))


def findings() -> list[FindingRow]:
    """What last night's checks found, errors first."""
    labels = {check.name: check.label for check in nightly_checks}
    urgency = [severity.value for severity in Severity]
    rows = NightlyFinding.objects.order_by("first_seen_at")
    found = sorted(rows, key=lambda row: urgency.index(row.severity))
    return [FindingRow(finding, labels.get(finding.check_name, finding.check_name)) for finding in found]


def mail_counts() -> dict[str, int]:
    """`unsent` and `sent`, as far as mails are kept."""
    return OutgoingMail.objects.aggregate(
        unsent=Count("pk", filter=Q(sent_at__isnull=True)), sent=Count("pk", filter=Q(sent_at__isnull=False))
    )


def task_counts() -> dict[str, int]:
    """Wagtail's own tasks: `waiting` and `failed`."""
    return DBTaskResult.objects.aggregate(
        waiting=Count("pk", filter=Q(status="READY")), failed=Count("pk", filter=Q(status="FAILED"))
    )


def label_of(kind: str) -> str:
    known = jobs.get(kind)
    return (known.label or kind) if known else f"Unbekannte Art „{kind}“"
