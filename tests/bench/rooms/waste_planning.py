"""Planning and checking a year for 30,000 addresses and 60 tours; `ratio` is CPU seconds of the command."""

import resource
from pathlib import Path

from tests.bench.measuring import Row, copied, run
from tests.bench.serving import Served

HEADING = "waste planning, CPU seconds"
ADDRESSES, SECONDS_LIMIT = 30_000, 60


def measure(prepared: Path, floor: Served) -> list[Row]:
    folder = copied(prepared, "waste-planning")
    newest = _newest_year(folder)
    run(["tests/bench/waste_plan_filling.py", str(ADDRESSES), str(newest)], folder)
    copy = ["manage.py", "check_waste_plan", str(newest + 1), "--copy-of", str(newest)]
    return [
        _row(f"copy, holidays and check, {ADDRESSES:,} addresses", folder, copy),
        _row("check of the same year again", folder, ["manage.py", "check_waste_plan", str(newest)]),
    ]


def _row(name: str, folder: Path, arguments: list[str]) -> Row:
    before = _cpu_seconds()
    said = run(arguments, folder)
    seconds = _cpu_seconds() - before
    assert f"von {ADDRESSES} Adressen" in said, said
    return Row(name, SECONDS_LIMIT, seconds * 1000, seconds)


def _cpu_seconds() -> float:
    """Of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _newest_year(folder: Path) -> int:
    code = "from servicefinder.waste.models import Plan; print(Plan.objects.first().year)"
    return int(run(["manage.py", "shell", "--no-imports", "-c", code], folder).split()[-1])
