"""The public LeiKa catalogue as search documents: one per object (first eight digits of a key)."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from search.documents import SearchDocument

OBJECT_DIGITS = 8
TERM_COLUMNS = ("everyday", "situations", "former_short", "en", "tr", "ar", "uk", "ru", "pl")


def leika_documents(shared: Path, *, with_terms: bool = False) -> Iterator[SearchDocument]:
    """Names, legal bases and demand; `with_terms` adds the draft vocabulary of citizens' words."""
    terms = _terms(shared) if with_terms else {}
    demand = {
        row["object"]: int(row["demand"]) for row in _rows(shared / "vocabulary/leika_demand.tsv", "\t")
    }
    objects: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(shared / "catalogue/ozg/leika_leistungen.csv", ","):
        objects[row["leika_id"][:OBJECT_DIGITS]].append(row)
    for key, rows in objects.items():
        names = sorted({row["name"] for row in rows}, key=lambda name: (len(name), name))
        yield SearchDocument(
            type="service",
            id=key,
            language="de",
            title=names[0],
            alternatives=(*names[1:], *terms.get(key, ())),
            body="\n".join(sorted({row["rechtsgrundlage"] for row in rows})),
            url=f"/dienstleistungen/{key}/",
            leika=tuple(row["leika_id"] for row in rows),
            demand=demand.get(key, 0),
        )


def judged_queries(shared: Path) -> dict[str, tuple[str, str, dict[str, int]]]:
    """Query id → query, category, grades by object (3 = exactly it, 1 = related)."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows(shared / "relevance/qrels.csv", ","):
        grades[row["qid"]][row["object"]] = int(row["grade"])
    queries = _rows(shared / "relevance/queries.csv", ",")
    return {row["qid"]: (row["query"], row["category"], grades[row["qid"]]) for row in queries}


def _terms(shared: Path) -> dict[str, tuple[str, ...]]:
    return {
        row["object"]: tuple(t for column in TERM_COLUMNS for t in (row[column] or "").split(" | ") if t)
        for row in _rows(shared / "vocabulary/leika_terms.tsv", "\t")
    }


def _rows(file: Path, delimiter: str) -> Iterator[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter=delimiter)
