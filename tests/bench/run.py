"""Cost of a request as a multiple of the frozen floor: the pages, the search, and each city service.

Everything is measured in one run on one worker: CPU milliseconds (user and system) of the worker process,
the first request and warm ones apart, no page or fragment cache. Machines are noisy: compare ratios.
Needs Linux (/proc). Parts of it: `BENCH_SIZES=575` (services), `BENCH_INDEX_SIZES=575` (documents),
`BENCH_ROOMS=waste,passports`; an empty value leaves that part out.
"""

import os
import sys
import tempfile
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(BASE_DIR))

from tests.bench import indexes, services
from tests.bench.measuring import WARM_UP, prepare, print_rows, say
from tests.bench.serving import serve

ROOMS = sorted(path.stem for path in (Path(__file__).parent / "rooms").glob("[a-z]*.py"))


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="city-bench.") as folder, ExitStack() as stack:
        floor = stack.enter_context(serve("tests.bench.floor:application", {}))
        floor.cpu_milliseconds_per_request("/", WARM_UP)
        prepared = prepare(Path(folder) / "city")
        if sizes := [int(size) for size in _chosen("BENCH_SIZES", "575,10000")]:
            services.report(services.measure(prepared, sizes, floor), sizes)
        if sizes := [int(size) for size in _chosen("BENCH_INDEX_SIZES", "575,10000,100000")]:
            indexes.report_index({size: indexes.measure_index(prepared, size, floor) for size in sizes})
        for name in _chosen("BENCH_ROOMS", ",".join(ROOMS)):
            say(f"{name} …")
            room = import_module(f"tests.bench.rooms.{name}")
            print_rows(room.HEADING, room.measure(prepared, floor))
    return 0


def _chosen(variable: str, default: str) -> list[str]:
    return [each for each in os.environ.get(variable, default).split(",") if each]


if __name__ == "__main__":
    sys.exit(main())
