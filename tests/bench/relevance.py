"""How well citizens' queries are answered, measured on judged queries.

    .venv/bin/python tests/bench/relevance.py [--terms] [--engine-url http://127.0.0.1:9200]

Prints nDCG@10, success@3 and the share of queries without a result, per category and in total.
"""

import argparse
import math
import os
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SHARED_DIR", ROOT.parent / "shared"))
DEPTH = 10
GOOD_GRADE = 2  # From here on an answer is useful.


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--terms", action="store_true", help="with the draft vocabulary of citizens' words")
    options.add_argument("--engine-url", default="", help="Elasticsearch instead of the embedded engine")
    chosen = options.parse_args()
    if not SHARED.is_dir():
        sys.exit("Judged queries are absent: put the reference material beside the checkout as ../shared"
                 " or set SHARED_DIR.")  # fmt: skip
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATA_DIR", folder)
        import django

        django.setup()
        measure(Path(folder), chosen.engine_url, with_terms=chosen.terms)


def measure(folder: Path, engine_url: str, *, with_terms: bool) -> None:
    """Build a throw-away index, ask every judged query, print the table."""
    from django.test.utils import override_settings

    from search.domain.querying import search
    from tests.bench.leika_documents import judged_queries, leika_documents
    from tests.search.filled_index import filled_index

    scores: dict[str, list[tuple[float, bool, bool]]] = defaultdict(list)
    with (
        override_settings(SEARCH_URL=engine_url, SEARCH_INDEX_DIR=folder / "search"),
        filled_index(leika_documents(SHARED, with_terms=with_terms)),
    ):
        for query, category, grades in judged_queries(SHARED).values():
            found = [hit.id for hit in search(query, size=DEPTH).hits]
            success = any(grades.get(key, 0) >= GOOD_GRADE for key in found[:3])
            score = (ndcg(found, grades), success, not found)
            scores[category].append(score)
            scores["total"].append(score)
    print_table(scores)


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten, with gain 2^grade − 1."""
    best = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return _gain([grades.get(key, 0) for key in found[:DEPTH]]) / best if best else 0.0


def _gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def print_table(scores: dict[str, list[tuple[float, bool, bool]]]) -> None:
    lines = [f"{'category':14}{'queries':>8}{'nDCG@10':>9}{'success@3':>11}{'no hit':>8}"]
    for category, values in scores.items():
        means = [sum(value[column] for value in values) / len(values) for column in range(3)]
        lines.append(f"{category:14}{len(values):8d}{means[0]:9.3f}{means[1]:11.3f}{means[2]:8.3f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
