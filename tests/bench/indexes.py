"""Search and suggestions with up to 100,000 documents."""

import statistics
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measuring import REQUESTS, ROUNDS, WARM_UP, copied, run, say, served_city
from tests.bench.services import SEARCH, SUGGESTIONS
from tests.bench.serving import Served

# By number of documents: how much dearer than with 575 a search and a suggestion may be.
INDEX_GROWTH = {10_000: (1.5, 2.0), 100_000: (3.0, 2.0)}
PSS_LIMIT_WITH_VOCABULARY = 220


@dataclass(frozen=True)
class IndexFigures:
    """CPU milliseconds and ratios of a search and a suggestion."""

    search: tuple[float, float]
    suggestion: tuple[float, float]
    memory: float


def measure_index(prepared: Path, size: int, floor: Served) -> IndexFigures:
    folder = copied(prepared, f"index-{size}")
    say(f"indexing {size} documents …")
    run(["tests/bench/index_filling.py", str(size)], folder)
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
            (search, search / at_floor), (suggestion, suggestion / at_floor), served.pss_megabytes()
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
