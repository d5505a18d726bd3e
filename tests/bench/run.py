"""Cost of a request as a multiple of the frozen floor, with 575 and with 10,000 services.

Everything is measured in one run on one worker: CPU milliseconds (user and system) of the worker process,
the first request and warm ones apart, no page or fragment cache. Machines are noisy: compare ratios.
Needs Linux (/proc). `BENCH_SIZES=575` measures one size only.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(BASE_DIR))

from tests.bench.serving import Served, free_port, serve

ROUNDS = 5
REQUESTS = 60
WARM_UP = 30
PSS_LIMIT_MEGABYTES = 180


@dataclass(frozen=True)
class Target:
    path: str
    limit: float
    growth: float = 1.3


TARGETS = {
    "home": Target("/", 3.2),
    "service page": Target("/dienstleistungen/reisepass/", 1.5),
    "finder": Target("/dienstleistungen/", 2.2),
    "finder, filtered": Target("/dienstleistungen/?zielgruppe=buerger", 2.2),
    "search": Target("/suche/?q=ausweis+beantragen", 2.7, 1.5),
    "API service": Target("", 0.6),
    "base.html": Target("/bench/base/", 0.8),
}


@dataclass
class Figures:
    """CPU milliseconds of one page at one size."""

    first: float = 0.0
    warm: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)


def main() -> int:
    sizes = [int(size) for size in os.environ.get("BENCH_SIZES", "575,10000").split(",")]
    with tempfile.TemporaryDirectory(prefix="city-bench.") as folder, ExitStack() as stack:
        floor = stack.enter_context(serve("tests.bench.floor:application", {}))
        floor.cpu_milliseconds_per_request("/", WARM_UP)
        prepared = prepare(Path(folder) / "city")
        results = {size: measure(prepared, size, floor) for size in sizes}
    return report(results, sizes)


def prepare(folder: Path) -> Path:
    say("preparing the demo city …")
    run(["manage.py", "prepare"], folder)
    return folder


def run(arguments: list[str], data_dir: Path) -> None:
    environment = os.environ | {"DATA_DIR": str(data_dir), "PORT": str(free_port()), "CITY_ENV": "demo"}
    subprocess.run([sys.executable, *arguments], cwd=BASE_DIR, env=environment, check=True, stdout=sys.stderr)


@contextmanager
def city(prepared: Path, size: int) -> Iterator[Served]:
    folder = prepared.with_name(f"city-{size}")
    shutil.copytree(prepared, folder)
    say(f"filling up to {size} services …")
    run(["tests/bench/filling.py", str(size)], folder)
    environment = {
        "DATA_DIR": str(folder),
        "CITY_ENV": "demo",
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
    }
    with (folder / "log").open("w") as log, serve("config.wsgi:application", environment, log) as served:
        yield served


def measure(prepared: Path, size: int, floor: Served) -> dict[str, Figures]:
    figures = {name: Figures() for name in TARGETS}
    with city(prepared, size) as served:
        paths = {name: target.path or api_path(served) for name, target in TARGETS.items()}
        for name, path in paths.items():
            figures[name].first = served.cpu_milliseconds_per_request(path, 1)
            served.cpu_milliseconds_per_request(path, WARM_UP)
        for number in range(ROUNDS):
            say(f"{size} services, round {number + 1} of {ROUNDS}")
            at_floor = floor.cpu_milliseconds_per_request("/", REQUESTS * 2)
            for name, path in paths.items():
                cost = served.cpu_milliseconds_per_request(path, REQUESTS)
                figures[name].warm.append(cost)
                figures[name].ratios.append(cost / at_floor)
        figures["memory"] = Figures(first=served.pss_megabytes())
    return figures


def api_path(served: Served) -> str:
    """Address of the machine twin, as the service page names it."""
    _, page = served.get(TARGETS["service page"].path)
    marker = b"/api/v1/services/"
    start = page.index(marker)
    return page[start : page.index(b'"', start)].decode()


def report(results: dict[int, dict[str, Figures]], sizes: list[int]) -> int:
    print(
        f"{'':18}{'limit':>7}"
        + "".join(f"{f'{size} first':>14}{'warm ms':>9}{'ratio':>7}" for size in sizes),
        end="",
    )
    print(f"{'growth':>8}")
    missed = 0
    for name, target in TARGETS.items():
        columns = [results[size][name] for size in sizes]
        growth = statistics.median(columns[-1].warm) / statistics.median(columns[0].warm)
        good = all(column.ratio <= target.limit for column in columns) and growth <= target.growth
        missed += not good
        cells = "".join(f"{c.first:14.1f}{statistics.median(c.warm):9.2f}{c.ratio:7.2f}" for c in columns)
        print(f"{name:18}{target.limit:7.1f}{cells}{growth:8.2f}  {'' if good else 'missed'}")
    for size in sizes:
        memory = results[size]["memory"].first
        print(f"PSS of one worker with {size} services: {memory:.0f} MB (limit {PSS_LIMIT_MEGABYTES})")
    print(f"{len(TARGETS) - missed} of {len(TARGETS)} targets met")
    return 0


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
