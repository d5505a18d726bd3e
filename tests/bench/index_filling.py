"""Fills the search index of a prepared demo city up to a number of documents, without records behind them.

Run as a program: `DATA_DIR=… python tests/bench/index_filling.py 100000`. For benchmarks only. The documents
are the city's own, under titles of their own, so that lengths and words are those of real ones. Prints
the documents per second of CPU time, ours and those of Wagtail's `update_index` for the same city.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.core.management import call_command
from wagtail.search.index import get_indexed_models

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


def per_second(documents: int, work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return documents / (time.process_time() - started)


if __name__ == "__main__":
    wagtail_documents = sum(model.objects.count() for model in get_indexed_models())
    wagtail = per_second(wagtail_documents, lambda: call_command("update_index", verbosity=0))
    ours = per_second(int(sys.argv[1]), lambda: fill(int(sys.argv[1])))
    print(f"{ours:.0f} {wagtail:.0f}")
