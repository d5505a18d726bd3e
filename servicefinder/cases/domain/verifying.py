"""All journals are verified every night, in slices, so that other work is not kept waiting."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from outbox.domain.jobs import enqueue_many
from outbox.enums import JobState, Severity
from outbox.models import Job
from outbox.registries import Finding

from ..models import Case
from .anchors import broken_anchors
from .journal import Break, verify

VERIFY_KIND = "cases.verify"
SLICES = 64
SHOWN = 20


class JournalBroken(Exception):
    """`str()` says in German which journals do not hold."""


def start_verification() -> None:
    enqueue_many(VERIFY_KIND, [f"{number:02d}" for number in range(SLICES)])


def verify_slice(key: str, payload: dict[str, Any]) -> None:
    """Job handler; a broken chain leaves the job stuck, with the reason. Raises JournalBroken."""
    found = list(breaks(slice_of(int(key))))
    if found:
        raise JournalBroken("; ".join(map(sentence, found[:SHOWN])))


def breaks(cases: QuerySet[Case]) -> Iterator[Break]:
    yield from verify(cases.order_by("pk").iterator(chunk_size=200))


def slice_of(number: int) -> QuerySet[Case]:
    width = 2**128 // SLICES
    first = number * width
    return Case.objects.filter(pk__gte=UUID(int=first), pk__lte=UUID(int=first + width - 1))


def sentence(broken: Break) -> str:
    return f"Vorgang {broken.reference}, Journaleintrag {broken.sequence}: {broken.problem}"


def check_journals() -> list[Finding]:
    """Nightly check: what the slices found last, and the anchors."""
    stuck = Job.objects.filter(kind=VERIFY_KIND, state=JobState.STUCK)
    journals = [Finding(Severity.ERROR, job.reason.partition(": ")[2] or job.reason) for job in stuck]
    return journals + [Finding(Severity.ERROR, text) for text in broken_anchors()]
