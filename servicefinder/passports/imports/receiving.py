"""A delivery list comes in: its lines become sealed slices of digests, and the file is not kept."""

from typing import IO, Any

from django.db import transaction

from outbox.domain.jobs import enqueue

from ..domain.digests import newest
from ..domain.lines import Line
from ..domain.office import place_codes, second_fact
from ..domain.pepper_checks import remember_pepper
from ..domain.slices import LINES_PER_SLICE, keep
from ..domain.taking_over import APPLY_KIND, CHECK_KIND
from ..enums import RunState
from ..models import ImportRun
from .reading import NotAList, read

BAD_LINES_SHOWN = 200


def receive(
    file: IO[bytes], by: Any = None, *, automatic: bool = False, is_complete: bool = False
) -> ImportRun:
    """Read everything, slice by slice, each in a transaction of its own; then it is counted or taken over.

    A list that was only half received is never looked at; it goes with the nightly clean-up.
    """
    run = ImportRun.objects.create(by=by, automatic=automatic, is_complete=is_complete)
    remember_pepper(newest())
    try:
        _slice(run, file)
    except NotAList as error:
        run.state, run.refusal = RunState.REFUSED, str(error)
        run.save()
        return run
    with transaction.atomic():
        run.state = RunState.APPLYING if automatic else RunState.CHECKING
        run.save()
        enqueue(APPLY_KIND if automatic else CHECK_KIND, str(run.pk))
    return run


def _slice(run: ImportRun, file: IO[bytes]) -> None:
    waiting: list[Line] = []
    for number, found in read(file, second_fact(), set(place_codes())):
        run.lines += 1
        if isinstance(found, Line):
            waiting.append(found)
        else:
            run.bad += 1
            if len(run.bad_lines) < BAD_LINES_SHOWN:
                run.bad_lines.append([number, found.value])
        if len(waiting) == LINES_PER_SLICE:
            keep(run, run.slices, waiting)
            run.slices += 1
            waiting = []
    if waiting:
        keep(run, run.slices, waiting)
        run.slices += 1
