"""The public LeiKa catalogue as search documents: one per object (first eight digits of a key)."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from search.documents import SearchDocument
from search.vocabulary.lookup import OBJECT_DIGITS, demand_of


def leika_documents(catalogue: Path) -> Iterator[SearchDocument]:
    """Names, legal bases and demand. `catalogue` is a CSV with `leika_id`, `name` and `rechtsgrundlage`."""
    objects: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows_of(catalogue):
        objects[row["leika_id"][:OBJECT_DIGITS]].append(row)
    for key, rows in objects.items():
        names = sorted({row["name"] for row in rows}, key=lambda name: (len(name), name))
        yield SearchDocument(
            type="service",
            id=key,
            language="de",
            title=names[0],
            alternatives=tuple(names[1:]),
            body="\n".join(sorted({row["rechtsgrundlage"] for row in rows})),
            url=f"/dienstleistungen/{key}/",
            leika=tuple(row["leika_id"] for row in rows),
            demand=demand_of(key),
        )


def rows_of(file: Path) -> Iterator[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
