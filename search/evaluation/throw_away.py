"""An index for the length of a measurement, and questions that are answered by nothing else."""

import secrets
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.core.management.base import CommandError
from django.test.utils import override_settings

from search.documents import SearchDocument
from search.domain.entries import entry_for
from search.domain.querying import search
from search.domain.results import Hit
from search.engines import engine
from search.engines.base import EngineUnavailable
from search.engines.patience import unhurried
from search.engines.questions import Change
from search.evaluation.measures import DEPTH

READ_SECONDS = 30.0


@contextmanager
def throw_away_index(documents: Sequence[SearchDocument], name: str) -> Iterator[None]:
    """Live for the length of the block, in the engine `name`: beside a city's, if that is there."""
    if name == "elasticsearch" and not settings.SEARCH_URL:
        raise CommandError("Say in SEARCH_URL where Elasticsearch is.")
    cluster = {**settings.SEARCH_CLUSTER, "read_seconds": READ_SECONDS}
    with (
        tempfile.TemporaryDirectory(prefix="city-search.") as folder,
        override_settings(
            SEARCH_URL=_alias_of_its_own(settings.SEARCH_URL) if name == "elasticsearch" else "",
            SEARCH_CLUSTER=cluster,
            SEARCH_INDEX_DIR=Path(folder),
        ),
    ):
        try:
            index = engine().create_index()
            engine().write(
                index, (Change(f"leika:{d.id}", 1, (entry_for(f"leika:{d.id}", d),)) for d in documents)
            )
            engine().promote(index)
            yield
        finally:
            engine().clear()


def asked(query: str, **options: Any) -> list[Hit]:
    """The best hits, without editors' guidance. Raises EngineUnavailable where only names were asked."""
    with unhurried():
        results = search(query, size=DEPTH, guided_by=(), **options)
    if results.limited or not results.ready:
        raise EngineUnavailable(f"no answer to {query!r}")
    return results.hits


def _alias_of_its_own(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, f"/evaluation-{secrets.token_hex(4)}", "", ""))
