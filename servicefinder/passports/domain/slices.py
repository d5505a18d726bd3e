"""Parts of a delivery list between receiving and taking over: digests only, and sealed."""

from servicefinder.cases.domain.ciphers import Box

from ..models import ImportRun, ImportSlice
from . import digests
from .lines import Line

OWNER = b"passports"
LINES_PER_SLICE = 500


def keep(run: ImportRun, number: int, lines: list[Line]) -> None:
    pepper = digests.newest()
    sealed = _box(pepper).close_json(f"{run.pk}/{number}", [line.as_json() for line in lines])
    ImportSlice.objects.create(run=run, number=number, pepper=pepper, sealed=sealed)


def lines_of(part: ImportSlice) -> list[Line]:
    """Raises PepperProblem, Unreadable."""
    found = _box(part.pepper).open_json(f"{part.run_id}/{part.number}", part.sealed)
    return [Line(**each) for each in found]


def _box(pepper: str) -> Box:
    return Box(OWNER, digests.house_key(pepper, digests.SLICES))
