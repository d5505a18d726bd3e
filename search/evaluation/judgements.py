"""Judged queries: what somebody typed, and how good each object would be as an answer."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from search.evaluation.documents import rows_of


@dataclass(frozen=True)
class JudgedQuery:
    """`grades` by object: 3 is exactly it, 2 useful, 1 related."""

    id: str
    text: str
    category: str
    grades: dict[str, int]


def judged_queries(queries: Path, qrels: Path) -> list[JudgedQuery]:
    """`queries` is a CSV with `qid`, `query`, `category`; `qrels` one with `qid`, `object`, `grade`."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows_of(qrels):
        grades[row["qid"]][row["object"]] = int(row["grade"])
    return [
        JudgedQuery(row["qid"], row["query"], row["category"], grades[row["qid"]]) for row in rows_of(queries)
    ]
