"""The watched folder: lists that the producer puts there are taken over, overwritten and deleted."""

import os
import time
from pathlib import Path

import structlog
from django.conf import settings

from .receiving import receive

log = structlog.get_logger("passports")
SETTLED_SECONDS = 10
BLOCK = b"\0" * 65536


def take_from_folder() -> None:
    """Every minute. A file counts as complete once nobody has written to it for ten seconds.

    Whoever dies before the file is gone takes it over again, which changes nothing.
    """
    if settings.PASSPORT_FOLDER is None:
        return
    for file in sorted(Path(settings.PASSPORT_FOLDER).glob("*.csv")):
        if file.is_symlink() or not file.is_file() or time.time() - file.stat().st_mtime < SETTLED_SECONDS:
            continue
        with file.open("rb") as content:
            run = receive(content, automatic=True)
        overwrite(file)
        log.info("delivery list received", run=run.pk, lines=run.lines, bad=run.bad)


def overwrite(file: Path) -> None:
    """Zeros over everything, onto the disk, before the name goes."""
    with file.open("r+b") as content:
        left = os.fstat(content.fileno()).st_size
        while left > 0:
            left -= content.write(BLOCK[: min(left, len(BLOCK))])
        content.flush()
        os.fsync(content.fileno())
    file.unlink()
