"""A delivery list that was received is counted, and taken over slice by slice.

Each slice goes in one transaction with its counts: whenever the process dies, the rest is still there, and
nothing counts twice.
"""

from dataclasses import replace

from django.db import transaction
from django.db.models import F

from outbox.domain.jobs import enqueue

from ..enums import EntryKind, RunState
from ..models import ImportRun, ImportSlice
from .journal import THE_SYSTEM, Actor, record
from .lines import Line, merged
from .measuring import refresh_usual_times
from .pepper_checks import remember_pepper
from .ready_mails import tell_ready
from .records import Counts, compare, without_returning, write
from .slices import lines_of

CHECK_KIND, APPLY_KIND = "passports.check", "passports.apply"
NOTHING_COUNTED = {"new": 0, "changed": 0, "unchanged": 0, "old": 0, "done_slices": 0}


def check(key: str, payload: dict) -> None:
    """Count what the list would do. A job; goes on where it was interrupted."""
    run = ImportRun.objects.filter(pk=key, state=RunState.CHECKING).first()
    if run is None:
        return
    for part in _parts(run).filter(number__gte=run.done_slices):
        lines = merged(lines_of(part))
        taken = _taken(run, lines)
        _add(run.pk, replace(compare(taken), old=len(lines) - len(taken)), RunState.CHECKING)
    if ImportRun.objects.filter(pk=key, state=RunState.CHECKING).update(state=RunState.CHECKED):
        record(EntryKind.RECEIVED, _actor(run), {"lines": run.lines, "bad": run.bad})


@transaction.atomic
def agree(run_id: int) -> bool:
    """From checked to being taken over; False where somebody else was quicker."""
    agreed = ImportRun.objects.filter(pk=run_id, state=RunState.CHECKED).update(
        state=RunState.APPLYING, **NOTHING_COUNTED
    )
    if agreed:
        enqueue(APPLY_KIND, str(run_id))
    return bool(agreed)


@transaction.atomic
def discard(run_id: int, by: Actor) -> bool:
    """Forget a list that was not taken over."""
    waiting = ImportRun.objects.filter(pk=run_id, state__in=[RunState.CHECKED, RunState.CHECKING])
    deleted, _ = waiting.delete()
    if deleted:
        record(EntryKind.DISCARDED, by)
    return bool(deleted)


def apply(key: str, payload: dict) -> None:
    """Take the list over. A job."""
    run = ImportRun.objects.filter(pk=key, state=RunState.APPLYING).first()
    if run is None:
        return
    for pk in list(_parts(run).values_list("pk", flat=True)):
        _take(run, pk)
    with transaction.atomic():
        if ImportRun.objects.filter(pk=key, state=RunState.APPLYING).update(state=RunState.DONE):
            run.refresh_from_db()
            counts = {name: getattr(run, name) for name in ("new", "changed", "unchanged", "old", "bad")}
            record(EntryKind.APPLIED, _actor(run), counts)
    refresh_usual_times()


@transaction.atomic
def _take(run: ImportRun, part_id: int) -> None:
    part = ImportSlice.objects.select_for_update().filter(pk=part_id).first()
    if part is None:  # Another worker was quicker.
        return
    lines = merged(lines_of(part))
    remember_pepper(part.pepper)
    taken = _taken(run, lines)
    counts = replace(write(taken), old=len(lines) - len(taken))
    tell_ready(taken)
    part.delete()
    _add(run.pk, counts, RunState.APPLYING)


def _taken(run: ImportRun, lines: list[Line]) -> list[Line]:
    """The first list of all, and one after a pepper was lost, bring old documents, too."""
    return lines if run.is_complete else without_returning(lines)


def _add(run_id: int, counts: Counts, state: RunState) -> None:
    ImportRun.objects.filter(pk=run_id, state=state).update(
        new=F("new") + counts.new,
        changed=F("changed") + counts.changed,
        unchanged=F("unchanged") + counts.unchanged,
        old=F("old") + counts.old,
        done_slices=F("done_slices") + 1,
    )


def _parts(run: ImportRun):  # type: ignore[no-untyped-def]
    return ImportSlice.objects.filter(run=run).order_by("number")


def _actor(run: ImportRun) -> Actor:
    return Actor.of(run.by) if run.by else THE_SYSTEM
