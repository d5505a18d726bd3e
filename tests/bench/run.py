"""Cost of a request as a multiple of the frozen floor, with 575 and 10,000 services; search up to 100,000.

Everything is measured in one run on one worker: CPU milliseconds (user and system) of the worker process,
the first request and warm ones apart, no page or fragment cache. Machines are noisy: compare ratios.
Needs Linux (/proc). `BENCH_SIZES=575` measures one size only, `BENCH_INDEX_SIZES=` no larger index.
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


SEARCH, SUGGESTIONS = "/suche/?q=ausweis+beantragen", "/suche/vorschlaege/?q=reisepa"
# By number of documents: how much dearer than with 575 a search and a suggestion may be.
INDEX_GROWTH = {10_000: (1.5, 2.0), 100_000: (3.0, 2.0)}
PSS_LIMIT_WITH_VOCABULARY = 220
TARGETS = {
    "home": Target("/", 3.2),
    "service page": Target("/dienstleistungen/reisepass/", 1.5),
    "finder": Target("/dienstleistungen/", 2.2),
    "finder, filtered": Target("/dienstleistungen/?zielgruppe=buerger", 2.2),
    "search": Target(SEARCH, 2.7, 1.5),
    "suggestions": Target(SUGGESTIONS, 0.5),
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
        report(results, sizes)
        index_sizes = [
            int(size) for size in os.environ.get("BENCH_INDEX_SIZES", "575,10000,100000").split(",") if size
        ]
        report_index({size: measure_index(prepared, size, floor) for size in index_sizes})
    return 0


def prepare(folder: Path) -> Path:
    say("preparing the demo city …")
    run(["manage.py", "prepare"], folder)
    return folder


def run(arguments: list[str], data_dir: Path) -> str:
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
def city(prepared: Path, size: int) -> Iterator[Served]:
    folder = prepared.with_name(f"city-{size}")
    shutil.copytree(prepared, folder)
    say(f"filling up to {size} services …")
    run(["tests/bench/filling.py", str(size)], folder)
    with served_city(folder) as served:
        yield served


@contextmanager
def served_city(folder: Path) -> Iterator[Served]:
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


@dataclass(frozen=True)
class IndexFigures:
    """CPU milliseconds and ratios of a search and a suggestion; documents per second, ours and Wagtail's."""

    search: tuple[float, float]
    suggestion: tuple[float, float]
    memory: float
    speed: str


def measure_index(prepared: Path, size: int, floor: Served) -> IndexFigures:
    folder = prepared.with_name(f"index-{size}")
    shutil.copytree(prepared, folder)
    say(f"indexing {size} documents …")
    speed = run(["tests/bench/index_filling.py", str(size)], folder).splitlines()[-1]
    with served_city(folder) as served:
        costs: dict[str, list[float]] = {SEARCH: [], SUGGESTIONS: []}
        floors = []
        for path in costs:
            served.cpu_milliseconds_per_request(path, WARM_UP)
        for _ in range(ROUNDS):
            floors.append(floor.cpu_milliseconds_per_request("/", REQUESTS))
            for path, measured in costs.items():
                measured.append(served.cpu_milliseconds_per_request(path, REQUESTS))
        at_floor = statistics.median(floors)
        search, suggestion = (statistics.median(measured) for measured in costs.values())
        return IndexFigures(
            (search, search / at_floor), (suggestion, suggestion / at_floor), served.pss_megabytes(), speed
        )


def report_index(results: dict[int, IndexFigures]) -> None:
    if not results:
        return
    first = results[min(results)]
    headings = ("search ms", "ratio", "growth", "suggest ms", "ratio", "growth", "PSS MB")
    print("\n documents" + "".join(f"{heading:>11}" for heading in headings))
    for size, found in results.items():
        growth = (found.search[1] / first.search[1], found.suggestion[1] / first.suggestion[1])
        limits = INDEX_GROWTH.get(size, (1.0, 1.0))
        good = all(value <= limit + 0.005 for value, limit in zip(growth, limits, strict=True))
        good = good and found.memory <= PSS_LIMIT_WITH_VOCABULARY
        values = (*found.search, growth[0], *found.suggestion, growth[1], found.memory)
        print(f"{size:10}" + "".join(f"{value:11.2f}" for value in values) + ("" if good else "  missed"))
    ours, wagtail = (float(value) for value in first.speed.split())
    print(f"Documents indexed per second of CPU: {ours:.0f}; by Wagtail's update_index: {wagtail:.0f}")


def api_path(served: Served) -> str:
    """Address of the machine twin, as the service page names it."""
    _, page = served.get(TARGETS["service page"].path)
    marker = b"/api/v1/services/"
    start = page.index(marker)
    return page[start : page.index(b'"', start)].decode()


def report(results: dict[int, dict[str, Figures]], sizes: list[int]) -> None:
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


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
