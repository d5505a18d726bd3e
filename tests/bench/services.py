"""The city's pages with 575 and with 10,000 services."""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.measuring import REQUESTS, ROUNDS, WARM_UP, copied, run, say, served_city
from tests.bench.serving import Served

PSS_LIMIT_MEGABYTES = 180


@dataclass(frozen=True)
class Target:
    """`limit` holds for the smallest city; `growth` is what the largest may cost beyond it."""

    path: str
    limit: float
    growth: float = 1.3


SEARCH, SUGGESTIONS = "/suche/?q=ausweis+beantragen", "/suche/vorschlaege/?q=reisepa"
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


@contextmanager
def city(prepared: Path, size: int) -> Iterator[Served]:
    folder = copied(prepared, f"city-{size}")
    say(f"filling up to {size} services …")
    run(["tests/bench/filling.py", str(size)], folder)
    with served_city(folder) as served:
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
        growth = columns[-1].ratio / columns[0].ratio
        good = columns[0].ratio <= target.limit and growth <= target.growth
        missed += not good
        cells = "".join(f"{c.first:14.1f}{statistics.median(c.warm):9.2f}{c.ratio:7.2f}" for c in columns)
        print(f"{name:18}{target.limit:7.1f}{cells}{growth:8.2f}  {'' if good else 'missed'}")
    for size in sizes:
        memory = results[size]["memory"].first
        print(f"PSS of one worker with {size} services: {memory:.0f} MB (limit {PSS_LIMIT_MEGABYTES})")
    print(f"{len(TARGETS) - missed} of {len(TARGETS)} targets met")
