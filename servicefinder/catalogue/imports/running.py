"""One import from files to report."""

from collections.abc import Callable, Iterator, Mapping

from django.utils import timezone

from ..enums import SourceKind
from ..models import ImportRun
from .applying import Merger
from .readers import READERS
from .records import ImportFiles, Item, RefusedRecord
from .report import Outcome, Report, Status

Progress = Callable[[int, Report], None]


def run_import(
    files: ImportFiles,
    format_name: str,
    *,
    source: str = "",
    publish: bool = False,
    dry_run: bool = False,
    attach: Mapping[str, str] | None = None,
    progress: Progress = lambda number, report: None,
) -> tuple[ImportRun, Report]:
    """Import `files` (a key of READERS). Can be repeated and interrupted at any record.

    Raises UnreadableFile when a file is not of the format, ImportNotPossible when the city is not set up.
    """
    run = ImportRun(source=source or format_name, format=format_name, dry_run=dry_run, publish=publish)
    report = Report()
    merger = Merger(run, publish=publish, dry_run=dry_run, attach=attach or {})
    items = _started(READERS[format_name](files))
    if not dry_run:
        run.save()
    for number, item in enumerate(items, start=1):
        report.add(_refused(item) if isinstance(item, RefusedRecord) else merger.apply(item))
        progress(number, report)
    run.finished_at = timezone.now()
    run.counts, run.report = dict(report.counts), report.as_json()
    if not dry_run:
        run.save()
    return run, report


def _started(items: Iterator[Item]) -> Iterator[Item]:
    """The same items, after the first one was read: an unreadable file is known before a run is recorded."""
    first = next(items, None)

    def chained() -> Iterator[Item]:
        if first is not None:
            yield first
        yield from items

    return chained()


def _refused(item: RefusedRecord) -> Outcome:
    return Outcome(Status.REFUSED, str(SourceKind.SERVICE), item.place, item.title, notes=(item.reason,))
