"""How much CPU time a document costs: in our rebuild, and in Wagtail's own index.

Run as a program on a folder of its own: `DATA_DIR=… python tests/bench/index_speed.py`. Both read the same
services from the same tables and write them anew. Wagtail's index holds little more than titles, as the
back office uses it; so it is measured a second time with the texts that our search finds, although even
then it knows no vocabulary and no snippets. Prints milliseconds per document: ours, Wagtail's, Wagtail's
with the texts.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from wagtail.search import index
from wagtail.search.backends import get_search_backend

from search.domain.rebuilding import rebuild
from search.registries import sources
from servicefinder.catalogue.models import PublishedService, ServicePage
from servicefinder.catalogue.search_texts import service_text

CHUNK = 1000  # As in `update_index`.
ROUNDS = 3


def ours() -> int:
    """Reading, analysing, keeping names, writing and checking, as a rebuild does."""
    return rebuild().done


def wagtails() -> int:
    """What `update_index` does for one model."""
    pages = ServicePage.get_indexed_objects().order_by("pk")
    target = get_search_backend().get_index_for_model(ServicePage)
    for start in range(0, count := pages.count(), CHUNK):
        target.add_items(ServicePage, list(pages[start : start + CHUNK]))
    return count


def with_texts() -> None:
    """Let Wagtail's index hold what a page says, too."""
    texts = {row.service_id: row.document for row in PublishedService.objects.filter(language="de")}
    ServicePage.bench_text = lambda page: service_text(texts[page.service_id])
    ServicePage.search_fields = [*ServicePage.search_fields, index.SearchField("bench_text")]


def milliseconds_each(work: Callable[[], int]) -> float:
    """The best of some rounds after a first one, in which caches fill."""
    work()
    costs = []
    for _ in range(ROUNDS):
        started = time.process_time()
        documents = work()
        costs.append((time.process_time() - started) / documents * 1000)
    return min(costs)


if __name__ == "__main__":
    services = sources.get("service")
    with sources.fresh():
        sources.register(services)
        figures = [milliseconds_each(ours), milliseconds_each(wagtails)]
    with_texts()
    print(*figures, milliseconds_each(wagtails))
