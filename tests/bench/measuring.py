"""What every part of the bench shares: a prepared city, served by one worker, and rows with a limit."""

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.serving import BASE_DIR, Served, free_port, serve

ROUNDS = 5
REQUESTS = 60
WARM_UP = 30


@dataclass(frozen=True)
class Row:
    """One figure beside its limit. `ratio` is what is held against it: usually a multiple of the floor."""

    name: str
    limit: float
    milliseconds: float
    ratio: float

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.limit + 0.005


def prepare(folder: Path) -> Path:
    """A data folder with the demo city, as it is once its worker has made pictures, texts and index."""
    say("preparing the demo city …")
    run(["manage.py", "prepare"], folder)
    run(["manage.py", "worker", "--once"], folder)
    return folder


def copied(prepared: Path, name: str) -> Path:
    """A copy beside it that a benchmark may fill and change."""
    folder = prepared.with_name(name)
    shutil.copytree(prepared, folder)
    return folder


def run(arguments: list[str], data_dir: Path) -> str:
    """Run a Python file of the project on a data folder; its standard output."""
    environment = os.environ | {"DATA_DIR": str(data_dir), "PORT": str(free_port()), "CITY_ENV": "demo"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=BASE_DIR,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


@contextmanager
def served_city(folder: Path, **settings: str) -> Iterator[Served]:
    """Serve a data folder by one worker; `settings` are environment variables."""
    environment = {
        "DATA_DIR": str(folder),
        "CITY_ENV": "demo",
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        **settings,
    }
    config = "site/config/gunicorn.py"
    with (
        (folder / "log").open("w") as log,
        serve("config.wsgi:application", environment, log, config) as served,
    ):
        yield served


def measured(
    floor: Served, limits: Mapping[str, float], ask: Mapping[str, Callable[[int], float]]
) -> list[Row]:
    """Rows of what `ask` gives (CPU milliseconds per request for a number of requests), against the floor.

    All rows and the floor take turns, so that a noisy minute hits every one of them.
    """
    costs: dict[str, list[float]] = {name: [] for name in ask}
    ratios: dict[str, list[float]] = {name: [] for name in ask}
    for one in ask.values():
        one(WARM_UP)
    for _ in range(ROUNDS):
        at_floor = floor.cpu_milliseconds_per_request("/", REQUESTS)
        for name, one in ask.items():
            cost = one(REQUESTS)
            costs[name].append(cost)
            ratios[name].append(cost / at_floor)
    return [
        Row(name, limits[name], statistics.median(costs[name]), statistics.median(ratios[name]))
        for name in ask
    ]


def print_rows(heading: str, rows: list[Row]) -> None:
    print(f"\n{heading:44}{'limit':>7}{'ms':>9}{'ratio':>7}")
    for row in rows:
        print(
            f"{row.name:44}{row.limit:7.2f}{row.milliseconds:9.2f}{row.ratio:7.2f}"
            f"  {'' if row.is_met else 'missed'}"
        )


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
