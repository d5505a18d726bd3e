"""Publishes services one after the other, and says how long each took until a search found it.

Run as a program beside a worker that serves the same folder: `DATA_DIR=… python tests/bench/publishing.py`.
Prints the seconds of each publication.
"""

import os
import sys
import time
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import transaction

from search.domain.querying import search
from servicefinder.catalogue.models import ServicePage

PUBLICATIONS = 50
PAUSE_SECONDS = 1.0  # Editors take longer; without any, SQLite's write lock hardly ever comes free.
LOOK_SECONDS = 0.02
PATIENCE_SECONDS = 60.0


def publish(page: ServicePage, word: str) -> None:
    """As an unsafe request of the back office: all in one transaction."""
    with transaction.atomic():
        page.synonyms = word
        page.save_revision().publish()


def seconds_until_found(word: str) -> float:
    started = time.monotonic()
    while not search(word, exact=True).total:
        if time.monotonic() - started > PATIENCE_SECONDS:
            raise RuntimeError(f"{word} was not found in a minute")
        time.sleep(LOOK_SECONDS)
    return time.monotonic() - started


if __name__ == "__main__":
    pages = list(ServicePage.objects.live().filter(locale__language_code="de")[:PUBLICATIONS])
    for number in range(PUBLICATIONS):
        word = f"qzwort{number}x{time.time_ns() % 10**9}"
        publish(ServicePage.objects.get(pk=pages[number % len(pages)].pk), word)
        print(f"{seconds_until_found(word):.3f}", flush=True)
        time.sleep(PAUSE_SECONDS)
