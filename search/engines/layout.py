"""A name for everything an index depends on: fields and tokens. Another name means: rebuild."""

import hashlib
import secrets
from datetime import UTC, datetime
from functools import lru_cache

import Stemmer

from search.analysis.fold import LETTERS, UMLAUTS
from search.analysis.stems import ALGORITHMS
from search.analysis.stop_words import STOP_WORDS
from search.engines.ranking import DEMAND_STEP, FIELDS

# Raise it when documents are cut or stored differently.
REVISION = 2


@lru_cache(maxsize=1)
def layout() -> str:
    """Eight characters; the same as long as an index built yesterday is still right."""
    words = {language: sorted(known) for language, known in STOP_WORDS.items()}
    parts = (REVISION, list(FIELDS), DEMAND_STEP, Stemmer.version(), ALGORITHMS, words, LETTERS, UMLAUTS)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:8]


def new_index_name() -> str:
    """Sorts by time within one layout; two made in the same second differ."""
    return f"{layout()}-{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(2)}"


def is_current(index: str) -> bool:
    """Whether an index of this name was built the way we ask today."""
    return index.startswith(f"{layout()}-")
