"""How long it takes until what was published is found: wall time, with a worker beside the site."""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measuring import Row, copied, run, served_city
from tests.bench.serving import BASE_DIR, Served

HEADING = "Published until found (ratio: seconds)"


def measure(prepared: Path, floor: Served) -> list[Row]:
    folder = copied(prepared, "publishing")
    with served_city(folder), working(folder):
        seconds = sorted(map(float, run(["tests/bench/publishing.py"], folder).split()))
    figures = {
        "median": (2.0, statistics.median(seconds)),
        "90 % of the publications": (5.0, seconds[len(seconds) * 9 // 10 - 1]),
        "worst": (5.0, seconds[-1]),
    }
    return [Row(name, limit, found * 1000, found) for name, (limit, found) in figures.items()]


@contextmanager
def working(folder: Path) -> Iterator[None]:
    """The worker of a data folder. Ends by process id."""
    environment = os.environ | {"DATA_DIR": str(folder), "CITY_ENV": "demo"}
    command = [sys.executable, "manage.py", "worker"]
    with subprocess.Popen(command, cwd=BASE_DIR, env=environment, stdout=subprocess.DEVNULL) as worker:
        try:
            yield
        finally:
            worker.terminate()
            worker.wait(30)
