"""The waste calendar: an address's page and calendar with few and with many addresses, and many reminders."""

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from tests.bench.measuring import Row, copied, measured, run, say, served_city
from tests.bench.serving import Served

HEADING = "waste calendar"
SIZES = (300, 30_000)
LIMITS = {"page": 1.5, "calendar": 1.5, "304": 0.3}
MAILS = 100_000
MORE_MEGABYTES = 64


def measure(prepared: Path, floor: Served) -> list[Row]:
    """Sizes take turns, too: what grows shows itself beside what does not."""
    with ExitStack() as stack:
        ask: dict[str, Callable[[int], float]] = {}
        limits: dict[str, float] = {}
        for size in SIZES:
            folder = copied(prepared, f"waste-{size}")
            found = json.loads(run(["tests/bench/waste_filling.py", str(size)], folder).splitlines()[-1])
            served = stack.enter_context(served_city(folder))
            for name, one in _questions(served, found).items():
                title = f"{name}, {found['addresses']} addresses"
                ask[title], limits[title] = one, LIMITS[name]
        rows = measured(floor, limits, ask)
    return [*rows, _reminders(copied(prepared, "waste-reminders"))]


def _questions(served: Served, paths: Mapping[str, str]) -> dict[str, Callable[[int], float]]:
    answer, _ = served.ask("GET", paths["calendar"])
    known = {"If-None-Match": answer.headers["ETag"]}

    def unchanged() -> None:
        status = served.ask("GET", paths["calendar"], headers=known)[0].status
        if status != 304:
            raise RuntimeError(f"{paths['calendar']} answered {status} instead of 304")

    return {
        "page": lambda times: served.cpu_milliseconds_per_request(paths["page"], times),
        "calendar": lambda times: served.cpu_milliseconds_per_request(paths["calendar"], times),
        "304": lambda times: served.cpu_milliseconds(unchanged, times),
    }


def _reminders(folder: Path) -> Row:
    """The ratio is megabytes: by how much the peak of memory rises while they are queued."""
    say(f"queueing {MAILS} reminders …")
    found = json.loads(run(["tests/bench/reminder_filling.py", str(MAILS)], folder).splitlines()[-1])
    name = f"{found['mails']} reminders: ms each, more MB"
    return Row(name, MORE_MEGABYTES, found["milliseconds"], found["more"])
