"""Fills the search index of a prepared demo city up to a number of documents, without records behind them.

Run as a program: `DATA_DIR=… python tests/bench/index_filling.py 100000`. For benchmarks only. The documents
are the city's own, under titles of their own, so that lengths and words are those of real ones."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from search.documents import SearchDocument
from search.domain.entries import entry_for
from search.domain.indexing import documents_of, record_key
from search.engines import engine
from search.engines.questions import Change
from search.registries import sources
from tests.bench.filling import WORDS


def fill(total: int) -> None:
    index = engine().create_index()
    engine().write(index, islice(changes(), total))
    engine().promote(index)


def changes() -> Iterator[Change]:
    documents = [
        document
        for source in sources
        for pk in source.public_pks()
        for document in documents_of(record_key(source.name, pk))
    ]
    for number, document in enumerate(cycle(documents)):
        copy = titled(document, number) if number >= len(documents) else document
        yield Change(f"bench:{number}", 1, (entry_for(f"bench:{number}", copy),))


def titled(document: SearchDocument, number: int) -> SearchDocument:
    return replace(
        document,
        id=f"{document.id}-{number}",
        title=f"{document.title}: {WORDS[number % len(WORDS)]} {number}",
    )


if __name__ == "__main__":
    fill(int(sys.argv[1]))
