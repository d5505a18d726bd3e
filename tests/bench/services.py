"""The city's pages with 575 and with 10,000 services."""

import statistics
from contextlib import ExitStack
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


def measure(prepared: Path, sizes: list[int], floor: Served) -> dict[int, dict[str, Figures]]:
    """Figures by size and page. Pages of all sizes and the floor take turns: a noisy minute hits them all."""
    folders = {size: filled(prepared, size) for size in sizes}
    results = {size: alone(folder) for size, folder in folders.items()}
    with ExitStack() as stack:
        cities = {size: stack.enter_context(served_city(folder)) for size, folder in folders.items()}
        paths = {size: paths_of(served) for size, served in cities.items()}
        for size, served in cities.items():
            for path in paths[size].values():
                served.cpu_milliseconds_per_request(path, WARM_UP)
        for number in range(ROUNDS):
            say(f"services, round {number + 1} of {ROUNDS}")
            at_floor = floor.cpu_milliseconds_per_request("/", REQUESTS * 2)
            for name in TARGETS:
                for size, served in cities.items():
                    cost = served.cpu_milliseconds_per_request(paths[size][name], REQUESTS)
                    results[size][name].warm.append(cost)
                    results[size][name].ratios.append(cost / at_floor)
    return results


def filled(prepared: Path, size: int) -> Path:
    folder = copied(prepared, f"city-{size}")
    say(f"filling up to {size} services …")
    run(["tests/bench/filling.py", str(size)], folder)
    return folder


def alone(folder: Path) -> dict[str, Figures]:
    """First requests, and the memory after warm ones, while no other city shares anything with this one."""
    with served_city(folder) as served:
        paths = paths_of(served)
        first = {name: Figures(served.cpu_milliseconds_per_request(path, 1)) for name, path in paths.items()}
        for path in paths.values():
            served.cpu_milliseconds_per_request(path, WARM_UP + REQUESTS)
        return first | {"memory": Figures(served.pss_megabytes())}


def paths_of(served: Served) -> dict[str, str]:
    return {name: target.path or api_path(served) for name, target in TARGETS.items()}


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
