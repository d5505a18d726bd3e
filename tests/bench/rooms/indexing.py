"""What it costs to index a document, beside Wagtail's own index: twice its speed is asked."""

from pathlib import Path

from tests.bench.measuring import Row, copied, run
from tests.bench.serving import Served

HEADING = "A document in a rebuild, of Wagtail's"
SERVICES = 575
HALF = 0.5


def measure(prepared: Path, floor: Served) -> list[Row]:
    folder = copied(prepared, "indexing")
    run(["tests/bench/filling.py", str(SERVICES)], folder)
    figures = run(["tests/bench/index_speed.py"], folder).splitlines()[-1].split()
    ours, wagtails, with_texts = map(float, figures)
    return [
        Row("with titles in Wagtail's index", HALF, ours, ours / wagtails),
        Row("with the same texts in Wagtail's index", HALF, ours, ours / with_texts),
    ]
